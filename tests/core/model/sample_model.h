// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

namespace digitlab {

/// A small model of the preset `compact` (with batch norm, so with all kinds of tensors) whose
/// values are all different.
inline Model sampleModel() {
    Model model;
    model.config = presetConfig("compact");
    for (const char* key : {"conv1.channels", "conv2.channels", "conv3.channels", "conv4.channels",
                            "conv5.channels", "dense1.units"}) {
        setField(model.config, key, "2");
    }
    model.config.seed = 7;
    model.scores = {
        .testAccuracy = 0.9925, .testLoss = 0.025, .validationAccuracy = 0.9875, .epochs = 3};
    const auto features = static_cast<std::size_t>(featureCount(layersOf(model.config.network)));
    model.confidence = {.temperature = 1.25,
                        .hidden = std::vector<double>(2 * (features + 1), 0.123),
                        .output = {1, -2, 0.5}};
    float value = -3;
    for (const TensorShape& shape : tensorsOf(layersOf(model.config.network))) {
        Tensor tensor{shape, std::vector<float>(static_cast<std::size_t>(shape.count()))};
        for (float& place : tensor.values) {
            place = value;
            value += 0.0078125F; // exact in binary
        }
        model.tensors.push_back(std::move(tensor));
    }
    return model;
}

} // namespace digitlab
