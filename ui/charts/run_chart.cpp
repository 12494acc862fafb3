// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/run_chart.h"

#include "ui/charts/chart_readout.h"
#include "ui/charts/chart_style.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <utility>

namespace digitlab {
namespace {

/// Milliseconds between redraws while data comes in: often enough for what moves this slowly, and
/// two cores that train have little time to spare.
constexpr int kRedrawInterval = 150;
constexpr int kMostEpochTicks = 6;
constexpr int kEpochTickWidth = 56; ///< room for the number of each

/// The newest run lies on layers that keep a picture of their own: while it trains, the other runs,
/// the grid and the axes need not be drawn again.
const QString kBatches = QStringLiteral("batches");
const QString kNewestBatches = QStringLiteral("newest batches");
const QString kCurves = QStringLiteral("main");
const QString kNewestCurves = QStringLiteral("newest curves");

void setPoints(QCPGraph& graph, const std::vector<CurvePoint>& points) {
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.size()));
    for (const CurvePoint& point : points) {
        data.append(QCPGraphData(point.x, point.y));
    }
    graph.data()->set(data, true);
}

} // namespace

RunChart::RunChart(Quantity quantity, QWidget* parent)
    : QWidget(parent)
    , m_quantity(quantity)
    , m_title(new QLabel(title()))
    , m_plot(new QCustomPlot)
    , m_readout(
          new ChartReadout(quantity == Quantity::Loss ? Qt::AlignTop : Qt::AlignBottom, m_plot))
    , m_redraw(kRedrawInterval, [this] { redrawNow(); }) {
    m_title->setProperty("role", "heading");
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title());
    setAccessibleDescription(tr("Arrow keys move, plus and minus zoom, the wheel zooms."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_plot, 1);

    // Each change of the layers has their buffers painted anew: not yet at the size of a window.
    m_plot->setViewport(QRect(0, 0, 1, 1));
    m_plot->addLayer(kBatches, m_plot->layer(QStringLiteral("grid")));
    m_plot->addLayer(kNewestBatches, m_plot->layer(kBatches));
    m_plot->addLayer(kNewestCurves, m_plot->layer(kCurves));
    m_plot->layer(kNewestBatches)->setMode(QCPLayer::lmBuffered);
    m_plot->layer(kNewestCurves)->setMode(QCPLayer::lmBuffered);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setMinimumSize(160, 100);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    m_plot->axisRect()->setMargins(QMargins(0, kGrid, kGrid, 0));
    m_plot->plotLayout()->setMargins(QMargins());
    m_plot->xAxis->setLabel(tr("epoch"));
    setPlainNumbers(*m_plot->xAxis, kMostEpochTicks);
    if (m_quantity == Quantity::Accuracy) {
        setPercent(*m_plot->yAxis, 5);
    } else {
        setPlainNumbers(*m_plot->yAxis, 4);
    }
    connectPlot();
    applyTheme(Theme::of(palette()));
    fit();
}

RunChart::~RunChart() {
    // The plot's last signals must not find a chart that is half gone.
    m_plot->disconnect(this);
}

void RunChart::connectPlot() {
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setValuesChosen(false);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    connect(m_plot, &QCustomPlot::beforeReplot, this, &RunChart::fillGraphs);
    connect(m_plot, &QCustomPlot::afterReplot, this, &RunChart::updateReadout);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &RunChart::fitRequested);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const bool inside = m_plot->axisRect()->rect().contains(event->pos());
        moveGuide(inside ? std::optional(m_plot->xAxis->pixelToCoord(event->position().x()))
                         : std::nullopt);
    });
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this](QWheelEvent* event) {
        // The values fit what is seen of the epochs, until the person chooses them too.
        const bool alone = event->modifiers().testFlag(Qt::ShiftModifier);
        setValuesChosen(m_valuesChosen || alone ||
                        event->modifiers().testFlag(Qt::ControlModifier));
        m_plot->axisRect()->setRangeZoom(alone            ? Qt::Vertical
                                         : m_valuesChosen ? Qt::Horizontal | Qt::Vertical
                                                          : Qt::Horizontal);
    });
    const auto changed = qOverload<const QCPRange&>(&QCPAxis::rangeChanged);
    connect(m_plot->xAxis, changed, this, &RunChart::rangeChangedByPerson);
    connect(m_plot->yAxis, changed, this, &RunChart::rangeChangedByPerson);
}

void RunChart::setValuesChosen(bool chosen) {
    m_valuesChosen = chosen;
    m_plot->axisRect()->setRangeDrag(chosen ? Qt::Horizontal | Qt::Vertical : Qt::Horizontal);
}

QString RunChart::title() const {
    return m_quantity == Quantity::Loss ? tr("Loss") : tr("Accuracy");
}

QWidget* RunChart::plotWidget() const {
    return m_plot;
}

void RunChart::addRun(int id, const QString& name, int color) {
    auto run = std::make_unique<RunCurves>();
    run->name = name;
    run->color = color;
    run->smoother = Smoother(m_smoothing);
    run->batchGraph = m_plot->addGraph();
    run->batchGraph->setAntialiased(false);
    run->smoothGraph = m_plot->addGraph();
    run->validationGraph = m_plot->addGraph();
    for (QCPGraph* graph : {run->batchGraph, run->smoothGraph, run->validationGraph}) {
        graph->setAdaptiveSampling(false); // CurveData has done it
    }
    m_runs[id] = std::move(run);
    setNewest(id);
    applyTheme(Theme::of(palette()));
}

void RunChart::setNewest(int id) {
    if (m_newest) {
        setLayers(*m_runs.at(*m_newest), false);
    }
    setLayers(*m_runs.at(id), true);
    m_newest = id;
    redrawSoon();
}

/// Puts a run on the layers of the newest, or back to the others.
void RunChart::setLayers(const RunCurves& run, bool newest) {
    run.batchGraph->setLayer(newest ? kNewestBatches : kBatches);
    for (QCPGraph* graph : {run.smoothGraph, run.validationGraph}) {
        graph->setLayer(newest ? kNewestCurves : kCurves);
    }
}

void RunChart::removeRun(int id) {
    const auto found = m_runs.find(id);
    if (found == m_runs.end()) {
        return;
    }
    for (QCPGraph* graph :
         {found->second->batchGraph, found->second->smoothGraph, found->second->validationGraph}) {
        m_plot->removeGraph(graph);
    }
    m_runs.erase(found);
    if (m_newest == id) {
        m_newest.reset();
    }
    redrawSoon();
}

void RunChart::setRunName(int id, const QString& name) {
    m_runs.at(id)->name = name;
    updateReadout();
}

void RunChart::setRunVisible(int id, bool visible) {
    RunCurves& run = *m_runs.at(id);
    run.visible = visible;
    for (QCPGraph* graph : {run.batchGraph, run.smoothGraph, run.validationGraph}) {
        graph->setVisible(visible);
    }
    redrawSoon();
}

void RunChart::addBatch(int id, double epoch, double value) {
    m_runs.at(id)->addBatch(epoch, value);
    redrawSoonFor(id);
}

void RunChart::addValidation(int id, double epoch, double value) {
    m_runs.at(id)->validation.append(epoch, value);
    redrawSoonFor(id);
}

void RunChart::setSmoothing(double weight) {
    m_smoothing = std::clamp(weight, 0.0, 0.99);
    for (auto& [id, run] : m_runs) {
        run->stale = true; // made anew when it is next drawn: a slider says many things between
    }
    redrawSoon();
}

void RunChart::setLogScale(bool on) {
    m_logScale = on;
    setValuesChosen(false);
    {
        // A logarithmic axis mends its range by itself.
        const QScopedValueRollback setting(m_settingRange, true);
        if (on) {
            setLogarithmic(*m_plot->yAxis);
        } else {
            setPlainNumbers(*m_plot->yAxis, 4);
        }
    }
    fitValues();
    redrawSoon();
}

void RunChart::applyTheme(const Theme& theme) {
    styleChart(*m_plot, theme, smallFont(*this));
    for (auto& [id, run] : m_runs) {
        const QColor color = theme.run(run->color);
        run->batchGraph->setPen(QPen(faintColor(color, theme), 0));
        run->smoothGraph->setPen(QPen(color, 2));
        run->validationGraph->setPen(QPen(color, 1));
        run->validationGraph->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.ground, 1.5), QBrush(color), 8));
    }
}

void RunChart::redrawSoon() {
    m_onlyNewestChanged = false;
    if (isVisible()) {
        m_redraw.request();
    }
}

void RunChart::redrawSoonFor(int id) {
    if (id == m_newest && isVisible()) {
        m_redraw.request();
    } else {
        redrawSoon();
    }
}

void RunChart::redrawNow() {
    for (auto& [id, run] : m_runs) {
        if (run->stale && run->visible) {
            run->smoothAgain(m_smoothing);
        }
    }
    const QCPRange epochs = m_plot->xAxis->range();
    const QCPRange values = m_plot->yAxis->range();
    if (m_following) {
        fitEpochs();
        fitValues();
    }
    const bool sameView = epochs == m_plot->xAxis->range() && values == m_plot->yAxis->range();
    if (std::exchange(m_onlyNewestChanged, true) && sameView) {
        redrawNewest();
    } else {
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void RunChart::redrawNewest() {
    if (!m_newest) {
        return;
    }
    fill(*m_runs.at(*m_newest));
    m_plot->layer(kNewestBatches)->replot();
    m_plot->layer(kNewestCurves)->replot();
    updateReadout();
}

void RunChart::fillGraphs() {
    for (auto& [id, run] : m_runs) {
        if (run->visible) {
            fill(*run);
        }
    }
}

void RunChart::fill(RunCurves& run) {
    if (run.stale) {
        run.smoothAgain(m_smoothing);
    }
    const double from = firstEpoch();
    const double to = lastEpoch();
    const auto width = static_cast<std::size_t>(std::max(m_plot->axisRect()->width(), 100));
    setPoints(*run.batchGraph, run.batches.sample(from, to, width + width / 2));
    setPoints(*run.smoothGraph, run.smooth.sample(from, to, width));
    setPoints(*run.validationGraph, run.validation.sample(from, to, width));
}

double RunChart::firstEpoch() const {
    return m_plot->xAxis->range().lower;
}

double RunChart::lastEpoch() const {
    return m_plot->xAxis->range().upper;
}

void RunChart::drawTo(QCPPainter& painter, const QSize& size, const Theme& theme) {
    redrawNow();
    applyTheme(theme);
    fillGraphs();
    m_plot->toPainter(&painter, size.width(), size.height());
    applyTheme(Theme::of(palette()));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RunChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        applyTheme(Theme::of(palette()));
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void RunChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    redrawNow();
}

void RunChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_readout->resize(m_plot->size());
}

bool RunChart::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) {
        moveGuide(std::nullopt);
    } else if (event->type() == QEvent::Resize) {
        m_readout->resize(m_plot->size());
        m_plot->xAxis->ticker()->setTickCount(
            std::clamp(m_plot->width() / kEpochTickWidth, 2, kMostEpochTicks));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace digitlab
