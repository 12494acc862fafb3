// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <span>

namespace digitlab {

/// Longer side of a digit in MNIST's images.
inline constexpr int kBoxSide = 20;

/// How much ink is on each pixel of a digit's 20×20 box, row by row, in any unit.
using InkBox = std::array<float, kBoxSide * kBoxSide>;

/// Puts a digit into its 28×28: the brightest pixel becomes 255, and whole pixels move the centre
/// of mass as near to (14, 14) as the ink may go without leaving the image.
DigitImage centred(std::span<const float, kBoxSide * kBoxSide> box);

} // namespace digitlab
