// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/charts/training_charts.h"
#include "ui/draw/draw_panel.h"
#include "ui/inside/inside_view.h"
#include "ui/inside/map_detail.h"
#include "ui/mistakes/mistakes_view.h"
#include "ui/runs/runs_view.h"
#include "ui/settings/settings_panel.h"
#include "ui/text.h"
#include "ui/theme.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDataStream>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace digitlab {

namespace {

constexpr QSize kFirstSize{1366, 768};
constexpr QSize kSmallestSize{1024, 640};
constexpr int kSideWidth = 272;
constexpr int kInsideHeight = 352;
constexpr quint32 kLayoutVersion = 1;

/// The file that is dragged; empty where it is none, or several.
QString fileIn(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    // Each with its last parent from the start: a widget that gets another one is styled anew, with
    // all that is in it.
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_drawPanel(new DrawPanel(m_columns))
    , m_centre(new QWidget(m_columns))
    , m_rows(new QSplitter(Qt::Vertical, m_centre))
    , m_insideArea(new QScrollArea(m_rows))
    , m_insideView(new InsideView(m_insideArea->viewport()))
    , m_mapDetail(new MapDetail(m_insideView))
    , m_tabs(new QTabWidget(m_rows))
    , m_charts(new TrainingCharts(m_tabs))
    , m_mistakes(new MistakesView(m_tabs))
    , m_runs(new RunsView(m_tabs))
    , m_notice(new NoticeBar(m_centre))
    , m_settings(new SettingsPanel(m_columns))
    , m_runBar(new RunBar(this))
    , m_statusLine(new StatusLine(this))
    , m_recentMenu(new QMenu(tr("Recent models"), this)) {
    setWindowTitle(tr("Digit Lab") + QStringLiteral("[*]"));
    setMinimumSize(kSmallestSize);
    resize(kFirstSize.boundedTo(screen()->availableSize()));
    setContextMenuPolicy(Qt::NoContextMenu); // else the toolbar could be hidden for good
    setAcceptDrops(true);
    makeActions();
    fillToolBar();
    fillCentre();
    setStatusBar(m_statusLine);
    addActions(m_drawPanel->actions());
    setTrainingState(TrainingState::Unready);
    connect(m_settings, &SettingsPanel::validityChanged, this,
            [this] { setTrainingState(m_state); });
}

QMenu* MainWindow::makeMoreMenu() {
    auto* menu = new QMenu(this);
    menu->addMenu(m_recentMenu);
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::recentModelsWanted);
    menu->addAction(m_actions.saveAs);
    menu->addAction(m_actions.openPicture);
    menu->addSeparator();
    menu->addActions({m_actions.resumeRun, m_actions.myDigits, m_actions.undoTeaching});
    menu->addSeparator();
    QMenu* appearance = menu->addMenu(tr("Appearance"));
    appearance->addActions(m_actions.appearance->actions());
    menu->addSeparator();
    menu->addActions({m_actions.keys, m_actions.about});
    menu->addSeparator();
    menu->addAction(m_actions.quit);
    return menu;
}

QToolButton* MainWindow::addButton(QToolBar& bar, QAction* action) {
    auto* button = new QToolButton(&bar);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar.addWidget(button);
    return button;
}

void MainWindow::fillToolBar() {
    auto* bar = new QToolBar(tr("Tools"), this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    auto* name = new QLabel(tr("Digit Lab"), bar);
    name->setObjectName(QStringLiteral("appName"));
    bar->addWidget(name);

    for (QAction* action : {m_actions.newModel, m_actions.open, m_actions.save}) {
        addButton(*bar, action);
    }
    auto* more = new QToolButton(bar);
    more->setObjectName(QStringLiteral("moreButton"));
    more->setMenu(makeMoreMenu());
    more->setPopupMode(QToolButton::InstantPopup);
    const QAction* open =
        makeAction(QStringLiteral("more"), tr("More"), tr("Recent models, appearance, keys"),
                   QKeySequence(Qt::Key_F10));
    more->setText(open->text());
    more->setToolTip(open->toolTip());
    connect(open, &QAction::triggered, more, &QToolButton::showMenu);
    bar->addWidget(more);

    m_runBar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_runBar);
    for (QAction* action : {m_actions.pause, m_actions.step, m_actions.stop}) {
        addButton(*bar, action);
    }
    addButton(*bar, m_actions.teach);
    addButton(*bar, m_actions.train)->setProperty("role", "accent");
    addToolBar(bar);
}

void MainWindow::fillCentre() {
    for (QWidget* panel : std::initializer_list<QWidget*>{m_drawPanel, m_settings, m_centre}) {
        panel->setAttribute(Qt::WA_StyledBackground);
    }
    m_centre->setObjectName(QStringLiteral("centre"));
    setCentralWidget(m_columns);
    auto* column = new QVBoxLayout(m_centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rows, 1);
    column->addWidget(m_notice); // not above all columns: the canvas must not move under a pen

    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->addWidget(m_drawPanel);
    m_columns->addWidget(m_centre);
    m_columns->addWidget(m_settings);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({kSideWidth, kFirstSize.width() - 2 * kSideWidth, kSideWidth});
    m_columns->setChildrenCollapsible(false);

    m_insideArea->setObjectName(QStringLiteral("insideArea"));
    m_insideArea->setFocusPolicy(Qt::NoFocus); // the maps in it have it
    m_insideArea->setWidgetResizable(true);
    m_insideArea->setFrameShape(QFrame::NoFrame);
    m_insideArea->setWidget(m_insideView);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->addWidget(m_insideArea);
    fillTabs();
    m_rows->addWidget(m_tabs);
    m_rows->setStretchFactor(0, 5);
    m_rows->setStretchFactor(1, 6);
    m_rows->setSizes({kInsideHeight, kFirstSize.height() - kInsideHeight});
    m_rows->setChildrenCollapsible(false);
}

void MainWindow::fillTabs() {
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->setUsesScrollButtons(false); // there is room for all
    for (const auto& [page, action] :
         {std::pair<QWidget*, QAction*>(m_charts, m_actions.showTraining),
          std::pair<QWidget*, QAction*>(m_mistakes, m_actions.showMistakes),
          std::pair<QWidget*, QAction*>(m_runs, m_actions.showRuns)}) {
        m_tabs->setTabToolTip(m_tabs->addTab(page, action->text()), action->toolTip());
        connect(action, &QAction::triggered, m_tabs,
                [this, page = page] { m_tabs->setCurrentWidget(page); });
    }
    // Whoever asks for the runs by key goes on by key.
    connect(m_actions.showRuns, &QAction::triggered, m_runs, qOverload<>(&QWidget::setFocus));
}

void MainWindow::setTrainingState(TrainingState state) {
    m_state = state;
    const bool running = state == TrainingState::Running;
    const bool paused = state == TrainingState::Paused;
    const bool isValid = m_settings->isValid();
    m_actions.train->setEnabled(state == TrainingState::Idle && isValid);
    m_actions.pause->setEnabled(running || paused);
    m_actions.pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_actions.step->setEnabled(paused);
    m_actions.stop->setEnabled(running || paused);
    m_actions.teach->setEnabled(state == TrainingState::Idle && m_canTeach);
    m_actions.undoTeaching->setEnabled(state == TrainingState::Idle && m_canUndoTeaching);
    m_actions.newModel->setEnabled(state == TrainingState::Idle && isValid);
    for (QAction* needsSettings : {m_actions.train, m_actions.newModel}) {
        needsSettings->setToolTip(isValid ? needsSettings->whatsThis()
                                          : tr("A setting cannot work: what is marked red in the "
                                               "panel says why"));
    }
    m_actions.open->setEnabled(state == TrainingState::Idle);
    m_actions.resumeRun->setEnabled(state == TrainingState::Idle);
    m_runs->setIdle(state == TrainingState::Idle);
    m_recentMenu->setEnabled(state == TrainingState::Idle);
    m_actions.save->setEnabled(state == TrainingState::Idle);
    m_actions.saveAs->setEnabled(state == TrainingState::Idle);
}

void MainWindow::setTeachable(bool canTeach, bool canUndo) {
    m_canTeach = canTeach;
    m_canUndoTeaching = canUndo;
    setTrainingState(m_state);
}

void MainWindow::setRecentModels(const QStringList& files) {
    m_recentMenu->clear();
    for (const QString& file : files) {
        QAction* action = m_recentMenu->addAction(modelFileText(file));
        action->setToolTip(file);
        connect(action, &QAction::triggered, this,
                [this, file] { Q_EMIT recentModelChosen(file); });
    }
    if (files.isEmpty()) {
        m_recentMenu->addAction(tr("Models that you open or save are listed here"))
            ->setEnabled(false);
    }
    m_recentMenu->setToolTipsVisible(true);
}

QByteArray MainWindow::layoutState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << kLayoutVersion << saveGeometry() << m_columns->saveState() << m_rows->saveState()
           << m_tabs->currentIndex();
    return state;
}

void MainWindow::restoreLayoutState(const QByteArray& state) {
    QDataStream stream(state);
    quint32 version = 0;
    QByteArray geometry;
    QByteArray columns;
    QByteArray rows;
    int tab = 0; // what an older program remembered ends before it
    stream >> version >> geometry >> columns >> rows;
    if (version == kLayoutVersion && stream.status() == QDataStream::Ok) {
        restoreGeometry(geometry);
        m_columns->restoreState(columns);
        m_rows->restoreState(rows);
        stream >> tab;
        m_tabs->setCurrentIndex(tab);
    }
}

void MainWindow::closeForGood() {
    m_closeForGood = true;
    // Queued: within the close that asked for it, Qt would not close a second time.
    QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->setAccepted(m_closeForGood);
    if (!m_closeForGood) {
        Q_EMIT closeRequested();
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!fileIn(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT fileDropped(fileIn(*event->mimeData()));
}

bool MainWindow::event(QEvent* event) {
    const bool result = QMainWindow::event(event);
    if (!m_painted && event->type() == QEvent::Paint) {
        m_painted = true;
        // Queued: the frame goes to the screen when all widgets have painted, right after this.
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
    return result;
}

} // namespace digitlab
