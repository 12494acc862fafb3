// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/training_session.h"
#include "app/window/chart_export.h"
#include "app/window/chart_runs.h"
#include "app/window/resume_dialog.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <string>

namespace digitlab {

class MainWindow;
class ModelDocument;
class ModelFiles;
class MyDigitsController;

/// Joins what a person trains with (the actions, the charts, the run bar) to the session that
/// trains, and hands what was learned to the document.
class TrainingController : public QObject {
    Q_OBJECT

public:
    /// What a run needs and where it goes; all of it must outlive the controller.
    struct Parts {
        MainWindow& window;
        TrainingSession& session;
        ModelDocument& document;
        ModelFiles& files;
        MyDigitsController& myDigits;
    };
    explicit TrainingController(const Parts& parts);

    /// Shows in the window whether it trains; until setEngine() was called it cannot.
    void showState();
    /// There is an engine to train with.
    void setEngine(std::shared_ptr<const Engine> engine);

    /// Goes on with a run that was stopped, when nothing is lost by it. Needs an engine, and that
    /// nothing is in training.
    void resumeRun(const std::filesystem::path& run);
    /// The runs that the charts show.
    [[nodiscard]] ChartRuns& chartRuns() { return m_chartRuns; }

Q_SIGNALS:
    /// A run or a lesson is over, and the document has what it gave.
    void ended();
    void failed(const digitlab::Message& message);

private:
    void connectActions();
    void connectSession();

    /// Begins a run with `start` when nothing is lost by it.
    void beginRun(std::function<void()> start);
    /// MNIST, or what there is instead; then it says so.
    [[nodiscard]] std::string chooseDataset();
    void startTraining();
    void showStart(const RunStart& start);
    void showProgress(const Progress& progress);
    void endTraining(const EndedRun& run);
    [[nodiscard]] static QString endOf(const RunOutcome& outcome);

    Parts m_parts;
    ChartExport m_chartExport;
    ChartRuns m_chartRuns;
    ResumeDialog m_resumeDialog;
    bool m_hasEngine = false;
    RunStart m_run; ///< of the run under way
    QString m_runName;
    bool m_runStarted = false;
    std::filesystem::path m_resumed; ///< where the run under way is resumed from; mostly empty
    QString m_lastEnd;               ///< how the last run ended, for the run bar
    std::shared_ptr<const Classifier> m_lastModel; ///< what the document had then
};

} // namespace digitlab
