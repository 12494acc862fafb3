// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keys_dialog.h"

#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
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
    const auto add = [this, grid](const QString& what, const QList<QKeySequence>& keys) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(what, this), row, 0);
        auto* text = new QLabel(textOf(keys), this);
        setSmall(*text);
        grid->addWidget(text, row, 1, Qt::AlignRight);
    };
    for (const QAction* action : actionsWithKeys(window)) {
        add(action->text().remove(u'&'), action->shortcuts());
    }
    // What holds in the enlarged map alone is no action of the window.
    add(tr("Another channel of the enlarged map"), {Qt::Key_Left, Qt::Key_Right});
    add(tr("Close the enlarged map"), {Qt::Key_Escape});
}

} // namespace digitlab
