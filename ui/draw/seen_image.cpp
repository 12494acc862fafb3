// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/seen_image.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace digitlab {

SeenImage::SeenImage(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("What the network sees"));
    setToolTip(tr("What the network sees: the ink, scaled and centred on 28×28 pixels"));
}

QSize SeenImage::sizeHint() const {
    return {2 * kDigitSide, 2 * kDigitSide};
}

void SeenImage::setImage(const DigitImage& image) {
    if (image != m_image) {
        m_image = image;
        update();
    }
}

void SeenImage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = std::min(width(), height());
    const QRect area(0, (height() - side) / 2, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath rounded;
    rounded.addRoundedRect(area, 4, 4);
    if (m_image == DigitImage{}) {
        painter.fillPath(rounded, Theme::of(palette()).field);
        return;
    }
    painter.setClipPath(rounded);
    const QImage image(m_image.data(), kDigitSide, kDigitSide, kDigitSide,
                       QImage::Format_Grayscale8);
    painter.drawImage(area, image);
}

} // namespace digitlab
