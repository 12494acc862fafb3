// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/confidence.h"
#include "core/training/config.h"

#include <optional>

namespace digitlab {

/// A named array of numbers of a model.
struct Tensor {
    TensorShape shape;
    std::vector<float> values;
};

/// What a model scored when its training ended.
struct ModelScores {
    std::optional<double> testAccuracy;
    std::optional<double> testLoss;
    std::optional<double> validationAccuracy;
    int epochs = 0; ///< that it was trained for; 0 = untrained
};

/// A network with its weights, how it was made and how good it is: what a model file holds.
struct Model {
    TrainingConfig config;
    ModelScores scores;
    Confidence confidence;
    std::vector<Tensor> tensors; ///< those of tensorsOf(layersOf(config.network)), in that order
};

} // namespace digitlab
