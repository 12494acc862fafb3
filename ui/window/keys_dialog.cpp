// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keys_dialog.h"

#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

namespace digitlab {

namespace {

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts()) {
        keys.append(key.toString(QKeySequence::NativeText));
    }
    return keys.join(QStringLiteral(", "));
}

/// Every action with a key that works in the window, its own and those of its panels.
QList<const QAction*> actionsWithKeys(const QWidget& window) {
    QList<const QAction*> found;
    QList<const QWidget*> widgets{&window};
    for (const QWidget* child : window.findChildren<const QWidget*>()) {
        widgets.append(child);
    }
    for (const QWidget* widget : widgets) {
        for (const QAction* action : widget->actions()) {
            if (!action->shortcuts().isEmpty() && !found.contains(action)) {
                found.append(action);
            }
        }
    }
    return found;
}

} // namespace

KeysDialog::KeysDialog(QWidget& window)
    : QDialog(&window) {
    setObjectName(QStringLiteral("keysDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    grid->setHorizontalSpacing(4 * kGrid);
    for (const QAction* action : actionsWithKeys(window)) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(action->text().remove(u'&'), this), row, 0);
        auto* keys = new QLabel(keysOf(*action), this);
        setSmall(*keys);
        grid->addWidget(keys, row, 1, Qt::AlignRight);
    }
}

} // namespace digitlab
