// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mydigits/my_digits_dialog.h"

#include "ui/draw/digit_buttons.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace digitlab {

namespace {

constexpr QSize kCell{72, 84};
constexpr QSize kFirstSize{640, 480};
constexpr int kLabelsWidth = 280;

} // namespace

MyDigitsDialog::MyDigitsDialog(QWidget* parent)
    : QDialog(parent)
    , m_model(new DigitListModel(this))
    , m_list(new QListView(this))
    , m_pages(new QStackedLayout)
    , m_summary(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_labels(new DigitButtons(tr("Say what the selected digits are"), tr("The selected are: %1"),
                                this)) {
    setObjectName(QStringLiteral("myDigitsDialog"));
    setWindowTitle(tr("My digits"));
    resize(kFirstSize);
    m_summary->setObjectName(QStringLiteral("summary"));
    setSmall(*m_summary);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setProperty("role", "error");
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText); // names of files go in here
    m_problem->hide();
    m_list->setObjectName(QStringLiteral("digits"));
    m_list->setAccessibleName(tr("My digits"));
    m_list->setModel(m_model);
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setGridSize(kCell);
    layOut();
    connect(m_labels, &DigitButtons::chosen, this,
            [this](int label) { Q_EMIT relabelRequested(selected(), label); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MyDigitsDialog::showSelection);
    setCanUndo(false);
    setDigits({});
}

void MyDigitsDialog::layOut() {
    auto* nothing = new QLabel(tr("Nothing is kept yet. Draw a digit and say under its bars what "
                                  "it was: it comes here."),
                               this);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    m_pages->addWidget(m_list);
    m_pages->addWidget(nothing);

    auto* labels = new QHBoxLayout;
    labels->addWidget(m_summary, 1);
    m_labels->setFixedWidth(kLabelsWidth);
    labels->addWidget(m_labels);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid / 2);
    m_remove = addButton(*buttons, QStringLiteral("remove"), tr("Delete"), QKeySequence::Delete);
    m_undo = addButton(*buttons, QStringLiteral("undo"), tr("Undo"), QKeySequence::Undo);
    buttons->addStretch(1);
    QAction* import =
        addButton(*buttons, QStringLiteral("import"), tr("Import …"), QKeySequence::Open);
    addExport(*buttons);
    connect(m_remove, &QAction::triggered, this, [this] {
        m_isRemoving = true;
        Q_EMIT removeRequested(selected());
    });
    connect(m_undo, &QAction::triggered, this, &MyDigitsDialog::undoRequested);
    connect(import, &QAction::triggered, this, &MyDigitsDialog::importRequested);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addLayout(m_pages, 1);
    column->addWidget(m_problem);
    column->addLayout(labels);
    column->addLayout(buttons);
}

QAction* MyDigitsDialog::addButton(QHBoxLayout& row, const QString& name, const QString& text,
                                   const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    addAction(action);
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    row.addWidget(button);
    return action;
}

void MyDigitsDialog::addExport(QHBoxLayout& row) {
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, const QKeySequence& key, DigitFileFormat format) {
        QAction* action = menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this,
                [this, format] { Q_EMIT exportRequested(format); });
        addAction(action);
        m_exports.append(action);
    };
    add(tr("Stroke file …"), QKeySequence::Save, DigitFileFormat::Strokes);
    add(tr("IDX files …"), QKeySequence(Qt::CTRL | Qt::Key_I), DigitFileFormat::Idx);
    add(tr("Picture of all …"), QKeySequence(Qt::CTRL | Qt::Key_P), DigitFileFormat::Png);
    auto* button = new QToolButton(this);
    button->setText(tr("Export"));
    button->setToolTip(tr("Export all of them: what was drawn, or as the network sees it"));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    row.addWidget(button);
}

std::vector<std::size_t> MyDigitsDialog::selectionAmong(std::size_t count) {
    std::vector<std::size_t> places = selected();
    const auto before = static_cast<std::size_t>(m_model->rowCount());
    const bool areRemoved = std::exchange(m_isRemoving, false) && count < before;
    if (count == before) {
        return places;
    }
    if (!areRemoved || places.empty() || count == 0) {
        return {};
    }
    return {std::min(places.front(), count - 1)}; // what stands now where the first of them stood
}

void MyDigitsDialog::setDigits(const MyDigits& digits) {
    const std::vector<std::size_t> chosen = selectionAmong(digits.count());
    const int current =
        chosen.size() == 1 ? static_cast<int>(chosen.front()) : m_list->currentIndex().row();
    m_pages->setCurrentIndex(digits.count() == 0 ? 1 : 0);
    for (QAction* action : m_exports) {
        action->setEnabled(digits.count() > 0);
    }
    m_problem->hide();
    m_model->setDigits(digits);
    // The keys go on from where they were.
    m_list->selectionModel()->setCurrentIndex(
        m_model->index(std::min(current, m_model->rowCount() - 1)), QItemSelectionModel::NoUpdate);
    QItemSelection selection;
    for (const std::size_t row : chosen) {
        const QModelIndex place = m_model->index(static_cast<int>(row));
        selection.append(QItemSelectionRange(place));
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::Select); // which tells it once
    showSelection();
}

void MyDigitsDialog::clearSelection() {
    m_list->clearSelection();
}

void MyDigitsDialog::setCanUndo(bool can) {
    m_undo->setEnabled(can);
}

void MyDigitsDialog::showProblem(const QString& text) {
    m_isRemoving = false; // it may have failed
    m_problem->setText(text);
    m_problem->show();
}

std::vector<std::size_t> MyDigitsDialog::selected() const {
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes()) {
        rows.push_back(static_cast<std::size_t>(index.row()));
    }
    std::ranges::sort(rows);
    return rows;
}

void MyDigitsDialog::showSelection() {
    const std::size_t count = selected().size();
    const QLocale locale;
    const QString all = locale.toString(m_model->rowCount());
    m_summary->setText(count == 0 ? tr("%1 kept").arg(all)
                                  : tr("%1 kept · %2 selected:")
                                        .arg(all, locale.toString(static_cast<qulonglong>(count))));
    m_labels->setEnabled(count > 0);
    m_remove->setEnabled(count > 0);
}

} // namespace digitlab
