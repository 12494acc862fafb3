// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <QPixmap>

namespace digitlab {

/// An image as the network sees it, white on black: `enlarged` pixels of the window for each of its
/// own, sharp on every screen.
QPixmap digitPicture(const DigitImage& image, int enlarged);

} // namespace digitlab
