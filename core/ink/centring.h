// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

namespace digitlab {

/// Longer side of a digit in MNIST's images.
inline constexpr int kBoxSide = 20;
/// What is around a box of that side in the middle of an image.
inline constexpr int kBoxMargin = (kDigitSide - kBoxSide) / 2;

/// How much ink is on each pixel of an image, row by row, in any unit.
using Coverage = std::array<float, kDigitSide * kDigitSide>;

/// The image whose pixels with `full` ink are 255; without ink an empty one.
DigitImage greyOf(const Coverage& coverage, float full);

/// The same where the pixel with the most ink is 255.
DigitImage brightened(const Coverage& coverage);

/// Moves the ink by whole pixels so that its centre of mass comes as near to (14, 14) as it may
/// without leaving the image.
DigitImage centred(const DigitImage& image);

} // namespace digitlab
