// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/pixel_map.h"

#include <optional>

namespace digitlab {

/// The width of the pen that drew what is in a region, in pixels; 0 where nothing is.
double penWidth(const PixelMap& ink, const Region& region);

/// A digit as a pen of full ink and usual width would have drawn it: pale and blurred ink becomes
/// deep, a pen much thinner than MNIST's thick; in a map of its own size. Nothing where the digit
/// has about its final size already.
std::optional<PixelMap> withUsualPen(const PixelMap& ink, const Region& digit);

} // namespace digitlab
