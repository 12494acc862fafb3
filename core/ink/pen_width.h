// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/pixel_map.h"

#include <optional>

namespace digitlab {

/// The width of the pen that drew what is in a region, in pixels; 0 where nothing is.
double penWidth(const PixelMap& ink, const Region& region);

/// A digit that a pen much thinner than MNIST's drew, as if a pen of usual width had drawn it; in a
/// map of its own size. Nothing where the pen is thick enough.
std::optional<PixelMap> thickened(const PixelMap& ink, const Region& digit);

} // namespace digitlab
