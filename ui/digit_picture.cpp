// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/digit_picture.h"

#include <QGuiApplication>

namespace digitlab {

QPixmap digitPicture(const DigitImage& image, int enlarged) {
    const double ratio = qGuiApp->devicePixelRatio();
    const int side = qRound(enlarged * kDigitSide * ratio);
    const QImage grey(image.data(), kDigitSide, kDigitSide, kDigitSide, QImage::Format_Grayscale8);
    QPixmap picture = QPixmap::fromImage(grey.scaled(side, side));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace digitlab
