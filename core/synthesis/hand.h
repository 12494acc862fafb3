// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "core/random.h"
#include "core/synthesis/glyph.h"

namespace digitlab {

/// How somebody writes this time. Lengths are in hundredths of a sign's height.
struct Hand {
    double slant = 0;        ///< how far the top leans to the right of the bottom, as a share
    double rotation = 0;     ///< radians, clockwise
    double width = 1;        ///< of a sign, beside its usual width
    double topHeavy = 0;     ///< above 0 the lower half is larger, below 0 the upper
    double taper = 0;        ///< above 0 the bottom is wider, below 0 the top
    double carelessness = 0; ///< how far the pen misses its waypoints
    double looseness = 0;    ///< how far a stroke as a whole is off its place
    double rounding = 0;     ///< over what length fast writing cuts corners
    double tremor = 0;       ///< how far the pen trembles
    double step = 4;         ///< between two points that the device tells
    double overshoot = 0;    ///< what is added to (or missing from) the ends of strokes
    double hooks = 0;        ///< length of what the pen draws while it comes down and is lifted

    /// One of the many that there are.
    static Hand random(Random& random);
};

/// What comes out when this hand draws that sign.
Ink draw(const Glyph& glyph, const Hand& hand, Random& random);

} // namespace digitlab
