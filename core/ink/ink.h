// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace digitlab {

/// A place of the pen: x to the right, y down, in any isotropic unit.
struct Point {
    double x = 0;
    double y = 0;
    std::vector<double> more = {}; ///< what else the device told (time, pressure); kept, not needed

    bool operator==(const Point&) const = default;
};

/// What one touch of the pen drew, from down to up. May be a single point.
using Stroke = std::vector<Point>;

/// All strokes of a drawing, in the order in which they were drawn.
using Ink = std::vector<Stroke>;

} // namespace digitlab
