// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run_history.h"
#include "ui/charts/run_record.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QSlider;
class QStackedLayout;

namespace digitlab {

class RunChart;
class RunLegend;

enum class ExportFormat { Png, Pdf, Csv };

/// Loss and accuracy of every run side by side, the runs' names below, and what changes the view.
/// Runs stay, until the person removes them. Writes no file: it gives bytes, and says when the
/// person asked for them.
class TrainingCharts : public QWidget {
    Q_OBJECT
public:
    explicit TrainingCharts(QWidget* parent = nullptr);

    /// A new run, which what follows belongs to. Gives its id, which is used for no other.
    int beginRun(const QString& name, const RunStart& start);
    /// Goes on with a run that had ended, and is told anew from its beginning. Gives its name;
    /// nothing where the person has removed it.
    std::optional<QString> continueRun(int id, const RunStart& start);
    void addBatches(const std::vector<BatchResult>& batches);
    void addEpoch(const EpochResult& epoch);
    /// Notes in the legend how the current run ended.
    void endRun(const RunOutcome& outcome);
    /// A run that ended before, whole; the current one stays the current one. Gives its id.
    int addEndedRun(const QString& name, const RunHistory& history, const RunOutcome& outcome);
    /// Shows a run again that the person has hidden. False where it was removed.
    bool revealRun(int id);

    [[nodiscard]] int runCount() const { return static_cast<int>(m_runs.size()); }
    [[nodiscard]] bool isEmpty() const { return m_runs.empty(); }

    /// Both charts and the legend, as they are seen; `scale` pixels for each of the screen's.
    [[nodiscard]] QByteArray toPng(double scale) const;
    [[nodiscard]] QByteArray toPdf() const;
    /// The numbers of the visible runs, see toCsv() in run_csv.h.
    [[nodiscard]] QByteArray toCsv() const;

    /// 0 … 0.99.
    [[nodiscard]] double smoothing() const;
    void setSmoothing(double weight);
    [[nodiscard]] bool logScale() const;
    void setLogScale(bool on);
    /// Shows everything.
    void fit();

    [[nodiscard]] QAction* fitAction() const { return m_fitAction; }
    [[nodiscard]] QAction* logScaleAction() const { return m_logAction; }

Q_SIGNALS:
    void exportRequested(digitlab::ExportFormat format);

private:
    void makeActions();
    QWidget* makeEmptyPage();
    QWidget* makeCharts();
    QWidget* makeControls();
    void connectCharts();
    void addCurves(const RunRecord& record);
    void showRun(int id, bool visible);
    void renameRun(int id, const QString& name);
    void removeRun(int id);
    void applySmoothing(int percent);
    void updateEmpty();
    [[nodiscard]] RunRecord* run(int id);
    [[nodiscard]] int freeColor() const;

    std::vector<RunRecord> m_runs;
    int m_nextId = 1;
    int m_current = 0; ///< id of the run that data belongs to; 0 = none

    QStackedLayout* m_pages;
    RunChart* m_loss;
    RunChart* m_accuracy;
    RunLegend* m_legend;
    QLabel* m_smoothingLabel;
    QSlider* m_smoothing;
    QAction* m_fitAction = nullptr;
    QAction* m_logAction = nullptr;
    QAction* m_exportAction = nullptr;
};

} // namespace digitlab
