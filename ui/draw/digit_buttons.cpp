// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/digit_buttons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QShortcutEvent>
#include <QToolButton>

namespace digitlab {

DigitButtons::DigitButtons(const QString& keysText, const QString& buttonText, QWidget* parent)
    : QWidget(parent)
    , m_keys(new QAction(keysText, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    QList<QKeySequence> keys;
    for (int digit = 0; digit < static_cast<int>(m_buttons.size()); ++digit) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("digit%1").arg(digit));
        button->setText(QLocale().toString(digit));
        button->setAccessibleName(buttonText.arg(digit));
        button->setToolTip(buttonText.arg(digit));
        button->setProperty("role", "digit");
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, button, digit] {
            button->toggle(); // back: setMarked() says which one is marked
            Q_EMIT chosen(digit);
        });
        row->addWidget(button, 1);
        m_buttons.at(static_cast<std::size_t>(digit)) = button;
        keys.append(QKeySequence(Qt::Key_0 + digit));
    }
    m_keys->setShortcuts(keys);
    m_keys->installEventFilter(this);
    addAction(m_keys);
}

void DigitButtons::setMarked(std::optional<int> digit) {
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) {
        m_buttons.at(static_cast<std::size_t>(i))->setChecked(digit == i);
    }
}

/// An action does not tell by which of its keys it was triggered.
bool DigitButtons::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_keys || event->type() != QEvent::Shortcut) {
        return QWidget::eventFilter(watched, event);
    }
    const QKeySequence key = static_cast<QShortcutEvent*>(event)->key();
    Q_EMIT chosen(key[0].key() - Qt::Key_0);
    return true;
}

void DigitButtons::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange) {
        m_keys->setEnabled(isEnabled());
    }
    QWidget::changeEvent(event);
}

} // namespace digitlab
