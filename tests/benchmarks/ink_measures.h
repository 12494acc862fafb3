// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <string>
#include <vector>

namespace digitlab::bench {

/// One property of an image of 28×28, for each image of a set.
struct Distribution {
    std::string name;
    std::vector<double> values;

    /// The value that this share (0 … 1) of the images stays under.
    [[nodiscard]] double quantile(double share) const;
};

/// Width of the strokes, box, centre of mass and grey levels; images without ink are left out. The
/// same in the same order for each set.
std::vector<Distribution> measured(const std::vector<DigitImage>& images);

} // namespace digitlab::bench
