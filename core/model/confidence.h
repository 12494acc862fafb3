// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace digitlab {

/// What turns the outputs of a network into a verdict that can be relied on. It is fitted when the
/// training ends and changes no weight. The defaults are those of a model to which nothing was
/// fitted: its probabilities are taken as they are, and everything for a digit.
struct Confidence {
    double temperature = 1; ///< what the outputs are divided by before the softmax

    // A small network on the features of the large one (see featureSources()) tells digits from all
    // else: hidden units with ReLU, and one output, which is positive for a digit. Both are empty
    // where everything is taken for one.
    std::vector<double> hidden; ///< of each unit a weight for each feature, then its bias
    std::vector<double> output; ///< a weight for each unit, then the bias

    bool operator==(const Confidence&) const = default;
};

/// A layer whose outputs are features.
struct FeatureSource {
    std::size_t layer = 0;
    bool summarised = false; ///< of each map only its mean and its maximum, first all means
    std::int64_t count = 0;  ///< features from this layer

    bool operator==(const FeatureSource&) const = default;
};

/// Where the features come from: first the last layer, then what dense layers take their inputs
/// from, then the maps, summarised; as long as there are not too many.
std::vector<FeatureSource> featureSources(const std::vector<Layer>& layers);

/// How many features the network has: those of featureSources(), one layer's behind the other's.
std::int64_t featureCount(const std::vector<Layer>& layers);

nlohmann::ordered_json toJson(const Confidence& confidence);

/// The same from a file, for a network with so many features. The small network of an older
/// program, which saw other features, is left out. Throws Error, naming `name`, where it does not
/// fit.
Confidence parseConfidence(const nlohmann::ordered_json& json, std::int64_t features,
                           const std::string& name);

} // namespace digitlab
