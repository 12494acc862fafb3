// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_view.h"

#include "ui/runs/run_table_model.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace digitlab {

namespace {

constexpr int kCellPadding = 6; ///< in the style sheet, to the left of each text

constexpr int kMeasuredRows = 30; ///< that decide how wide the columns are; all are about as wide

} // namespace

RunsView::RunsView(QWidget* parent)
    : QWidget(parent)
    , m_model(new RunTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_list(new QTreeView(this))
    , m_pages(new QStackedLayout(this)) {
    setObjectName(QStringLiteral("runsView"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunTableModel::kSortRole);
    m_sorted->setSortLocaleAware(true);
    setFocusProxy(m_list);
    makeActions();
    m_pages->addWidget(makeListPage());
    m_pages->addWidget(makeEmptyPage());
    updateActions();
}

QWidget* RunsView::makeListPage() {
    m_list->setObjectName(QStringLiteral("runs"));
    m_list->setAccessibleName(tr("Kept runs"));
    m_list->setModel(m_sorted);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(RunTableModel::Time, Qt::DescendingOrder);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setResizeContentsPrecision(kMeasuredRows);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(RunTableModel::Config, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions());
    connect(m_list, &QTreeView::doubleClicked, m_open, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsView::updateActions);

    auto* page = new QWidget(this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    for (QAction* action : {m_open, m_use, m_curves, m_resume, m_delete}) {
        auto* button = new QToolButton(page);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setFont(smallFont(*button));
        button->setFocusPolicy(Qt::StrongFocus);
        if (action == m_delete) {
            buttons->addStretch(1);
        }
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(2 * kGrid - kCellPadding, kGrid, 2 * kGrid - kCellPadding, kGrid);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    return page;
}

QWidget* RunsView::makeEmptyPage() {
    auto* page = new QWidget(this);
    auto* text = new QLabel(
        tr("Press Train: each run is kept, and listed here to be compared and used again."), page);
    setSmall(*text);
    text->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(text);
    return page;
}

void RunsView::makeActions() {
    m_open = makeAction(QStringLiteral("openRun"), tr("Open model"),
                        tr("Use the model that this run has trained"), Qt::Key_Return);
    m_use = makeAction(QStringLiteral("useSettings"), tr("Use settings"),
                       tr("Put the settings of this run into the panel"), Qt::Key_U);
    m_curves = makeAction(QStringLiteral("showCurves"), tr("Show curves"),
                          tr("Show loss and accuracy of these runs in the charts"), Qt::Key_C);
    m_resume = makeAction(QStringLiteral("resumeKept"), tr("Resume"),
                          tr("Go on with this run where it was stopped"), Qt::Key_R);
    m_delete = makeAction(QStringLiteral("deleteRuns"), tr("Delete"),
                          tr("Move these runs to the trash"), Qt::Key_Delete);
    connect(m_open, &QAction::triggered, this,
            [this] { Q_EMIT openRequested(selected().front()); });
    connect(m_use, &QAction::triggered, this,
            [this] { Q_EMIT settingsRequested(selected().front()); });
    connect(m_curves, &QAction::triggered, this, [this] { Q_EMIT curvesRequested(selected()); });
    connect(m_resume, &QAction::triggered, this,
            [this] { Q_EMIT resumeRequested(selected().front()); });
    connect(m_delete, &QAction::triggered, this, [this] { Q_EMIT deleteRequested(selected()); });
}

QAction* RunsView::makeAction(const QString& name, const QString& text, const QString& help,
                              const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    // The list answers to it itself (see eventFilter()): some are the window's elsewhere.
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(help, key.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void RunsView::setRuns(std::vector<KeptRun> runs) {
    const std::vector<KeptRun> before = selected();
    const QModelIndex current = m_sorted->mapToSource(m_list->currentIndex());
    const auto folder =
        current.isValid() ? m_model->run(current.row()).folder : std::filesystem::path();
    m_pages->setCurrentIndex(runs.empty() ? 1 : 0);
    m_model->setRuns(std::move(runs));
    select(before, folder);
    updateActions();
}

/// Selects these runs, and lets the keys go on from the current one.
void RunsView::select(const std::vector<KeptRun>& runs, const std::filesystem::path& current) {
    QItemSelection selection;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex first = m_sorted->index(row, 0);
        const auto& folder = m_model->run(m_sorted->mapToSource(first).row()).folder;
        if (std::ranges::find(runs, folder, &KeptRun::folder) != runs.end()) {
            selection.select(first, m_sorted->index(row, RunTableModel::Columns - 1));
        }
        if (folder == current) {
            m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        }
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RunsView::setIdle(bool idle) {
    m_isIdle = idle;
    updateActions();
}

std::vector<KeptRun> RunsView::selected() const {
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<KeptRun> runs;
    for (const QModelIndex& row : rows) {
        runs.push_back(m_model->run(m_sorted->mapToSource(row).row()));
    }
    return runs;
}

void RunsView::updateActions() {
    const std::vector<KeptRun> runs = selected();
    const bool isOne = runs.size() == 1;
    m_open->setEnabled(isOne && m_isIdle && runs.front().hasModel);
    m_use->setEnabled(isOne);
    m_curves->setEnabled(!runs.empty());
    m_resume->setEnabled(isOne && m_isIdle && runs.front().isResumable);
    m_delete->setEnabled(!runs.empty());
}

QAction* RunsView::actionOf(const QKeyEvent& event) const {
    // Those of the keypad do the same.
    const auto key = event.key() == Qt::Key_Enter ? Qt::Key_Return : Qt::Key(event.key());
    const QKeySequence pressed(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, key));
    const QList<QAction*> all = actions();
    const auto found = std::ranges::find(all, pressed, &QAction::shortcut);
    return found == all.end() ? nullptr : *found;
}

/// The keys of the actions are the list's own, even of those that are disabled: Delete must not
/// clear the canvas meanwhile.
bool RunsView::eventFilter(QObject* watched, QEvent* event) {
    const bool isQuestion = event->type() == QEvent::ShortcutOverride;
    if (!isQuestion && event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    QAction* action = actionOf(*static_cast<QKeyEvent*>(event));
    if (action == nullptr) {
        return QWidget::eventFilter(watched, event);
    }
    if (isQuestion) {
        event->accept();
    } else {
        action->trigger(); // nothing happens where it is disabled
    }
    return true;
}

void RunsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    Q_EMIT shown();
}

} // namespace digitlab
