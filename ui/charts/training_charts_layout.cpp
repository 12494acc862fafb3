// SPDX-License-Identifier: GPL-3.0-or-later
// How the charts, the legend and the controls are laid out and joined.
#include "ui/charts/run_chart.h"
#include "ui/charts/run_legend.h"
#include "ui/charts/training_charts.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QStackedLayout>
#include <QToolButton>

namespace digitlab {
namespace {

/// In percent. An epoch has several hundred batches, and single ones say little.
constexpr int kDefaultSmoothing = 97;

} // namespace

TrainingCharts::TrainingCharts(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_loss(new RunChart(RunChart::Quantity::Loss))
    , m_accuracy(new RunChart(RunChart::Quantity::Accuracy))
    , m_legend(new RunLegend)
    , m_smoothingLabel(new QLabel)
    , m_smoothing(new QSlider(Qt::Horizontal)) {
    makeActions();
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeCharts());
    connectCharts();
    m_smoothing->setValue(kDefaultSmoothing);
    updateEmpty();
}

QWidget* TrainingCharts::makeEmptyPage() {
    auto* page = new QWidget(this);
    auto* text = new QLabel(
        tr("Press Train: loss and accuracy appear here while the network learns."), page);
    setSmall(*text);
    text->setAlignment(Qt::AlignCenter);
    // One line on a page of its own: a text that wraps is laid out anew for every width that the
    // layouts around it try.
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(text);
    return page;
}

void TrainingCharts::makeActions() {
    m_fitAction = new QAction(tr("Fit"), this);
    m_fitAction->setShortcut(Qt::Key_F);
    m_fitAction->setToolTip(tr("Show everything (F, or a double click in a chart)"));
    connect(m_fitAction, &QAction::triggered, this, &TrainingCharts::fit);
    m_logAction = new QAction(tr("Log scale"), this);
    m_logAction->setShortcut(Qt::Key_L);
    m_logAction->setCheckable(true);
    m_logAction->setToolTip(tr("Show the loss on a logarithmic scale (L)"));
    connect(m_logAction, &QAction::toggled, m_loss, &RunChart::setLogScale);
    m_exportAction = new QAction(tr("Export the charts"), this);
    m_exportAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_exportAction->setToolTip(tr("Save the charts or their numbers (Ctrl+Shift+E)"));
    addActions({m_fitAction, m_logAction, m_exportAction});
}

QWidget* TrainingCharts::makeCharts() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(2 * kGrid - LegendEntry::kMargin, kGrid, 2 * kGrid, kGrid);
    rows->setSpacing(kGrid / 2);
    auto* charts = new QHBoxLayout;
    charts->setContentsMargins(LegendEntry::kMargin, 0, 0, 0);
    charts->setSpacing(2 * kGrid);
    charts->addWidget(m_loss, 1);
    charts->addWidget(m_accuracy, 1);
    rows->addLayout(charts, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(2 * kGrid);
    below->addWidget(m_legend, 1);
    below->addWidget(makeControls(), 0, Qt::AlignTop);
    rows->addLayout(below);
    return page;
}

QWidget* TrainingCharts::makeControls() {
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    setSmall(*m_smoothingLabel);
    m_smoothing->setRange(0, 99);
    m_smoothing->setFixedWidth(10 * kGrid);
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(
        tr("How much of the batches before goes into the thick line (exponential moving average)"));
    row->addWidget(m_smoothingLabel);
    row->addWidget(m_smoothing);

    auto* exportMenu = new QMenu(this);
    const auto addFormat = [this, exportMenu](const QString& text, const char* name,
                                              ExportFormat format) {
        QAction* action =
            exportMenu->addAction(text, this, [this, format] { Q_EMIT exportRequested(format); });
        action->setObjectName(QLatin1String(name));
    };
    addFormat(tr("Picture (PNG)…"), "exportPng", ExportFormat::Png);
    addFormat(tr("Vector picture (PDF)…"), "exportPdf", ExportFormat::Pdf);
    addFormat(tr("Numbers (CSV)…"), "exportCsv", ExportFormat::Csv);
    auto* exportButton = new QToolButton;
    exportButton->setText(tr("Export"));
    exportButton->setToolTip(m_exportAction->toolTip());
    exportButton->setMenu(exportMenu);
    exportButton->setPopupMode(QToolButton::InstantPopup);
    connect(m_exportAction, &QAction::triggered, exportButton, &QToolButton::showMenu);
    auto* log = new QToolButton;
    log->setDefaultAction(m_logAction);
    auto* fitButton = new QToolButton;
    fitButton->setDefaultAction(m_fitAction);
    for (QToolButton* button : {log, fitButton, exportButton}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFont(smallFont(*button));
        row->addWidget(button);
    }
    return controls;
}

void TrainingCharts::connectCharts() {
    for (auto [chart, other] : {std::pair(m_loss, m_accuracy), std::pair(m_accuracy, m_loss)}) {
        connect(chart, &RunChart::epochsChanged, other, &RunChart::setEpochs);
        connect(chart, &RunChart::guideMoved, other, &RunChart::showGuide);
        connect(chart, &RunChart::fitRequested, this, &TrainingCharts::fit);
    }
    connect(m_smoothing, &QSlider::valueChanged, this, &TrainingCharts::applySmoothing);
    connect(m_legend, &RunLegend::visibilityChanged, this, &TrainingCharts::showRun);
    connect(m_legend, &RunLegend::renamed, this, &TrainingCharts::renameRun);
    connect(m_legend, &RunLegend::removeRequested, this, &TrainingCharts::removeRun);
}

void TrainingCharts::updateEmpty() {
    m_pages->setCurrentIndex(isEmpty() ? 0 : 1);
    m_fitAction->setEnabled(!isEmpty());
    m_logAction->setEnabled(!isEmpty());
    m_exportAction->setEnabled(!isEmpty());
}

} // namespace digitlab
