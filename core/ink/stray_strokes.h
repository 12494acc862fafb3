// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

namespace digitlab {

/// False for a point without finite coordinates.
bool isPlace(const Point& point);

/// For each stroke, whether it is a slip of the pen: a dot that is far from all else. So a short
/// foot or bar never is, since it is near; nor is what is drawn of dots alone, or of very many.
/// Empty where there is no slip.
std::vector<bool> strayStrokes(const Ink& ink);

} // namespace digitlab
