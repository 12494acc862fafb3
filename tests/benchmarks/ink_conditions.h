// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"
#include "core/random.h"

#include <functional>
#include <string>
#include <vector>

namespace digitlab::bench {

/// A way in which people draw, write or photograph a digit, and the image that is made of it.
struct Condition {
    std::string name;
    std::function<DigitImage(const Ink& ink, Random& random)> image;
    bool picture = false; ///< goes through normaliseImage(), which takes longer
};

/// All of them, the plain ones first in each half: drawn in the window (renderInk), and as a
/// picture of a page (normaliseImage).
std::vector<Condition> inkConditions();

} // namespace digitlab::bench
