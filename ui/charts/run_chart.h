// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/run_curves.h"
#include "ui/pace.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QCPPainter;
class QCustomPlot;
class QLabel;

namespace digitlab {

class ChartReadout;
struct Theme;

/// One quantity of several runs over the epochs: of each run its batches as a thin faint line, the
/// same smoothed, and its validation as points. The wheel zooms (with Ctrl along the epochs alone,
/// with Shift along the values), dragging pans, a double click or fit() shows everything; a guide
/// under the pointer reads the values out. While nobody has zoomed it follows its data.
class RunChart : public QWidget {
    Q_OBJECT
public:
    enum class Quantity { Loss, Accuracy };

    explicit RunChart(Quantity quantity, QWidget* parent = nullptr);
    ~RunChart() override;

    /// A new run, named `id` from now on. `color` is an index for Theme::run().
    void addRun(int id, const QString& name, int color);
    /// The run that grows, which alone is drawn anew where it does; else the one that was added
    /// last.
    void setNewest(int id);
    void removeRun(int id);
    void setRunName(int id, const QString& name);
    void setRunVisible(int id, bool visible);

    /// One batch; `epoch` is where it lies on the axis and never goes back.
    void addBatch(int id, double epoch, double value);
    void addValidation(int id, double epoch, double value);

    /// The weight of what came before, 0 … 0.99. Applies to all runs.
    void setSmoothing(double weight);
    void setLogScale(bool on);

    /// Shows everything, and follows the data from now on.
    void fit();
    /// Shows these epochs, and the values that are there; follows no more.
    void setEpochs(double from, double to);
    /// Shows the guide at this epoch, or none.
    void showGuide(std::optional<double> epoch);

    [[nodiscard]] double firstEpoch() const;
    [[nodiscard]] double lastEpoch() const;
    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] Quantity quantity() const { return m_quantity; }
    [[nodiscard]] QString title() const;
    /// Where the curves are; takes the mouse and the wheel.
    [[nodiscard]] QWidget* plotWidget() const;
    [[nodiscard]] const ChartReadout& readout() const { return *m_readout; }

    /// Draws the chart without its title at the painter's origin, in a theme of the caller's.
    void drawTo(QCPPainter& painter, const QSize& size, const Theme& theme);

Q_SIGNALS:
    /// The person zoomed or panned.
    void epochsChanged(double from, double to);
    void fitRequested();
    void guideMoved(std::optional<double> epoch);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPlot();
    void applyTheme(const Theme& theme);
    void redrawSoon();
    void redrawSoonFor(int id);
    void redrawNow();
    void redrawNewest();
    void setLayers(const RunCurves& run, bool newest);
    void fillGraphs();
    void fill(RunCurves& run);
    void fitEpochs();
    void fitValues();
    void setValuesChosen(bool chosen);
    void rangeChangedByPerson();
    void moveGuide(std::optional<double> epoch);
    void updateReadout();
    [[nodiscard]] QString valueText(double value) const;

    Quantity m_quantity;
    QLabel* m_title;
    QCustomPlot* m_plot;
    ChartReadout* m_readout;
    std::map<int, std::unique_ptr<RunCurves>> m_runs;
    Pace m_redraw;
    std::optional<int> m_newest;      ///< see setNewest(); while it is there
    bool m_onlyNewestChanged = false; ///< since the chart was redrawn
    double m_smoothing = 0;
    bool m_logScale = false;
    bool m_following = true;
    bool m_valuesChosen = false; ///< by the person, else they fit what is seen of the epochs
    bool m_settingRange = false;
    std::optional<double> m_guide;
};

} // namespace digitlab
