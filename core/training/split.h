// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <vector>

namespace digitlab {

/// Which images of the training set are learned from, and which are held out.
struct Split {
    std::vector<std::int64_t> train;
    std::vector<std::int64_t> validation;
};

/// Splits `count` images by the configuration's seed: first the validation share is held out, then
/// of the rest at most `trainImages` are taken, and besides these what there is of the last
/// `besides` images. Throws Error where nothing is left to learn from.
Split splitTrainingSet(const TrainingConfig& config, std::size_t count, std::size_t besides = 0);

} // namespace digitlab
