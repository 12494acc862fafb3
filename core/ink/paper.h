// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/pixel_map.h"

namespace digitlab {

double medianOf(std::vector<float> values);

/// How far values lie from their median, as the standard deviation of a normal distribution, which
/// outliers do not disturb.
double spreadOf(const std::vector<float>& values);

/// Turns grey levels into the distance from the paper's level at each pixel, positive for ink. The
/// paper is level where the border or the two groups of grey say so; otherwise its light is taken
/// as a smooth slope.
void removePaper(PixelMap& grey);

} // namespace digitlab
