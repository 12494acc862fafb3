// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

namespace digitlab {

/// Draws the same with a pen that is wider (pixels > 0) or narrower (pixels < 0) by up to 2 pixels:
/// grey dilation or erosion by a cross, of which fractions are taken.
DigitImage withStrokeWidth(const DigitImage& image, double pixels);

} // namespace digitlab
