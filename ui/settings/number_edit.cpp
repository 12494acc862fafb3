// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/number_edit.h"

#include "ui/text.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace digitlab {
namespace {

constexpr int kNotch = 120;
constexpr int kPage = 10;

} // namespace

std::optional<double> numberIn(const QString& text) {
    const QString trimmed = text.trimmed();
    QLocale locale;
    if (trimmed.startsWith('0')) {
        // No group of thousands begins with 0: what stands behind it is a decimal point, be it
        // that of another language.
        locale.setNumberOptions(QLocale::RejectGroupSeparator);
    }
    bool ok = false;
    double number = locale.toDouble(trimmed, &ok);
    if (!ok) {
        locale = QLocale::c();
        locale.setNumberOptions(QLocale::RejectGroupSeparator);
        number = locale.toDouble(trimmed, &ok);
    }
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

NumberEdit::NumberEdit(QWidget* parent)
    : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, &NumberEdit::edited);
}

void NumberEdit::setUnit(const QString& unit) {
    m_unit = unit;
    makeRoomForUnit();
}

void NumberEdit::setStepper(Stepper stepper) {
    m_stepper = std::move(stepper);
}

void NumberEdit::setNumber(double number) {
    if (this->number() != number || !hasFocus()) {
        setText(numberText(number));
    }
}

std::optional<double> NumberEdit::number() const {
    return numberIn(text());
}

void NumberEdit::step(int steps) {
    const auto value = number();
    if (value && m_stepper && !isReadOnly()) {
        setText(numberText(m_stepper(*value, steps)));
        Q_EMIT edited();
    }
}

void NumberEdit::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        step(1);
        break;
    case Qt::Key_Down:
        step(-1);
        break;
    case Qt::Key_PageUp:
        step(kPage);
        break;
    case Qt::Key_PageDown:
        step(-kPage);
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void NumberEdit::wheelEvent(QWheelEvent* event) {
    if (!hasFocus()) {
        event->ignore(); // the panel scrolls
        return;
    }
    m_wheel += event->angleDelta().y();
    step(m_wheel / kNotch);
    m_wheel %= kNotch;
    event->accept();
}

void NumberEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (const auto value = number()) {
        setText(numberText(*value));
    }
}

void NumberEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_unit.isEmpty()) {
        return;
    }
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setFont(smallFont(*this));
    QColor color = theme.muted;
    color.setAlphaF(isEnabled() ? 1.0F : 0.5F);
    painter.setPen(color);
    painter.drawText(rect().adjusted(0, 0, -kGrid, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
}

void NumberEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        makeRoomForUnit();
    }
}

void NumberEdit::makeRoomForUnit() {
    const int width = QFontMetrics(smallFont(*this)).horizontalAdvance(m_unit);
    setTextMargins(0, 0, m_unit.isEmpty() ? 0 : width + kGrid / 2, 0);
}

} // namespace digitlab
