// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace digitlab {

/// A place that the pen passes on its way.
struct Waypoint {
    double x = 0; ///< to the right
    double y = 0; ///< down
    bool corner = false;

    bool operator==(const Waypoint&) const = default;
};

using GlyphStroke = std::vector<Waypoint>;

/// The form of a sign before any hand has drawn it: about 100 high, the strokes in the order in
/// which they are drawn.
using Glyph = std::vector<GlyphStroke>;

/// Reads "30,0! 30,100 | 5,100 55,100": places x,y on the pen's way, with "!" where it turns
/// sharply, and "|" between two strokes. The text must be right; it is part of the program.
Glyph parseGlyph(std::string_view text);

} // namespace digitlab
