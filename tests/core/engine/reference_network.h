// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <map>

namespace digitlab::reference {

using Values = std::vector<double>;

/// What a network gives for a batch, and how its loss changes with each weight, worked out by the
/// definitions in plain loops and double precision: slow, short, and without any library.
struct Result {
    std::vector<Values> activations;         ///< of each layer, image after image
    double loss = 0;                         ///< mean cross entropy
    std::map<std::string, Values> gradients; ///< of the loss by each tensor that is learned
};

/// The same as training sees it: batch norm takes the statistics of the batch. Without dropout.
Result run(const Model& model, const std::vector<std::vector<std::uint8_t>>& images,
           const std::vector<int>& labels);

} // namespace digitlab::reference
