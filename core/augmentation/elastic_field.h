// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"
#include "core/random.h"

#include <array>

namespace digitlab {

/// One number for each pixel of an image, row by row.
using PixelField = std::array<float, kDigitSide * kDigitSide>;

/// A smooth random field from -limit to limit. Simard et al. (2003) blur a random displacement of
/// each pixel; here random numbers at the points of a coarse grid are joined by cubic B-splines,
/// which is as smooth and some fifty times as cheap.
PixelField elasticField(double limit, Random& random);

} // namespace digitlab
