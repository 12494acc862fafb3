// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/ink/digit_image.h"

#include <optional>
#include <vector>

namespace digitlab {

/// Images to be read, and what each of them is (nothing where it is no digit).
struct LabelledImages {
    std::vector<DigitImage> images;
    std::vector<std::optional<int>> labels; ///< one for each image
};

/// The digits of a data set, whose images are of 28×28.
LabelledImages labelledImages(const Dataset& data);

} // namespace digitlab
