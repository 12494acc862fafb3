// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keys_dialog.h"

#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace digitlab {

namespace {

QString textOf(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts.append(key.toString(QKeySequence::NativeText));
    }
    return texts.join(QStringLiteral(", "));
}

std::size_t rowsOf(const KeyGroup& group) {
    return 1 + group.hints.size();
}

} // namespace

std::vector<KeyHint> hintsOf(const QList<QAction*>& actions) {
    std::vector<KeyHint> hints;
    for (const QAction* action : actions) {
        if (!action->shortcuts().isEmpty()) {
            hints.push_back({action->text().remove(u'&'), action->shortcuts()});
        }
    }
    return hints;
}

KeysDialog::KeysDialog(const std::vector<KeyGroup>& groups, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("keysDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    columns->setSpacing(5 * kGrid);
    auto* first = new QGridLayout;
    auto* second = new QGridLayout;
    for (QGridLayout* grid : {first, second}) {
        grid->setHorizontalSpacing(3 * kGrid);
        grid->setVerticalSpacing(kGrid / 2);
        columns->addLayout(grid);
    }
    std::size_t rows = 0;
    for (const KeyGroup& group : groups) {
        rows += rowsOf(group);
    }
    std::size_t row = 0;
    for (const KeyGroup& group : groups) { // none is divided
        row += rowsOf(group);
        add(group, 2 * row <= rows ? *first : *second);
    }
    for (QGridLayout* grid : {first, second}) {
        grid->setRowStretch(grid->rowCount(), 1);
    }
}

void KeysDialog::add(const KeyGroup& group, QGridLayout& grid) {
    if (grid.count() > 0) {
        grid.setRowMinimumHeight(grid.rowCount(), kGrid);
    }
    auto* title = new QLabel(group.title, this);
    title->setProperty("role", "heading");
    grid.addWidget(title, grid.rowCount(), 0, 1, 2);
    for (const KeyHint& hint : group.hints) {
        const int row = grid.rowCount();
        grid.addWidget(new QLabel(hint.what, this), row, 0);
        auto* keys = new QLabel(textOf(hint.keys), this);
        setSmall(*keys);
        grid.addWidget(keys, row, 1, Qt::AlignRight);
    }
}

} // namespace digitlab
