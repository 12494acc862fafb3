// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/pixel_map.h"

namespace digitlab {

/// The level that parts values into two groups best (Otsu 1979).
struct Threshold {
    double level = 0;      ///< values up to it are the lower group
    double separation = 0; ///< share of the variance that the two groups explain, 0 … 1
};
Threshold separate(const std::vector<float>& values);

/// Tells ink from paper in a grey picture (0 … 255): 0 = paper, 1 = as inked as the darkest tenth
/// of the ink. The border says whether the paper is the lighter or the darker; uneven light and
/// noise are taken out. All 0 where the picture has no contrast.
PixelMap inkOf(PixelMap grey);

/// The region of the digit; empty where there is none. Clears all else from the map: dust, and what
/// reaches in over the border.
Region isolateDigit(PixelMap& ink);

/// The smallest region that holds all ink; empty where there is none.
Region inkRegion(const PixelMap& ink);

} // namespace digitlab
