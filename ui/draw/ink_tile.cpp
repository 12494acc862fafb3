// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/ink_tile.h"

#include "ui/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

namespace digitlab {

namespace {

constexpr double kPale = 0.35;
constexpr double kRounding = 4;

} // namespace

InkTile::InkTile(const QString& caption, QWidget* parent)
    : QAbstractButton(parent) {
    setText(caption);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
}

QSize InkTile::sizeHint() const {
    return {kWidth, kPicture + 2 + QFontMetrics(smallFont(*this)).height()};
}

void InkTile::setImage(const DigitImage& image) {
    if (image != m_image) {
        m_image = image;
        update(picture());
    }
}

QRect InkTile::picture() const {
    return {(width() - kPicture) / 2, 0, kPicture, kPicture};
}

void InkTile::paintPicture(QPainter& painter, const QRect& area) const {
    QPainterPath rounded;
    rounded.addRoundedRect(area, kRounding, kRounding);
    if (m_image == DigitImage{}) {
        painter.fillPath(rounded, Theme::of(palette()).field);
        return;
    }
    painter.save();
    painter.setOpacity(isOff() ? kPale : 1);
    painter.setClipPath(rounded);
    // Smooth: no whole number of the screen's pixels fits, and uneven ones would look like ink.
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, QImage(m_image.data(), kDigitSide, kDigitSide, kDigitSide,
                                   QImage::Format_Grayscale8));
    painter.restore();
}

void InkTile::paintEvent(QPaintEvent* event) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = picture();
    paintPicture(painter, area);
    if (isCheckable() && isEnabled() && (hasFocus() || underMouse() || isOff())) {
        const QColor color = hasFocus() ? theme.accent : underMouse() ? theme.muted : theme.second;
        painter.setPen(QPen(color, 1.5, isOff() ? Qt::DashLine : Qt::SolidLine));
        painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), kRounding,
                                kRounding);
    }
    if (area.contains(event->rect())) {
        return; // the caption is as it was
    }
    QFont small = smallFont(*this);
    small.setStrikeOut(isOff());
    painter.setFont(small);
    painter.setPen(isCheckable() && isChecked() && isEnabled() ? theme.text : theme.muted);
    painter.drawText(rect().adjusted(0, kPicture + 2, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                     text());
}

} // namespace digitlab
