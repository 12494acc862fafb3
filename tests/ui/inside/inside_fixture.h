// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "core/training/presets.h"

namespace digitlab {

/// A model of a preset; each weight is a number that tells where it stands.
inline std::shared_ptr<Model> makeModel(const NetworkSpec& network) {
    auto model = std::make_shared<Model>();
    model->config.network = network;
    for (const TensorShape& shape : tensorsOf(layersOf(network))) {
        Tensor tensor{shape, std::vector<float>(static_cast<std::size_t>(shape.count()))};
        for (std::size_t i = 0; i < tensor.values.size(); ++i) {
            tensor.values[i] = static_cast<float>(i) / 100 - 1;
        }
        model->tensors.push_back(std::move(tensor));
    }
    return model;
}

/// Activations of the right shapes: in each layer channel c is c + 1 everywhere, its first cell 0.
inline std::shared_ptr<Insight> makeInsight(const NetworkSpec& network) {
    auto insight = std::make_shared<Insight>();
    const std::vector<Layer> layers = layersOf(network);
    for (const std::size_t layer : shownLayers(layers)) {
        Activation activation{layer, layers[layer].out, {}};
        const std::size_t cells = static_cast<std::size_t>(activation.shape.height) *
                                  static_cast<std::size_t>(activation.shape.width);
        for (int channel = 0; channel < activation.shape.channels; ++channel) {
            activation.values.insert(activation.values.end(), cells,
                                     static_cast<float>(channel + 1));
            activation.values[activation.values.size() - cells] = 0;
        }
        insight->activations.push_back(std::move(activation));
    }
    insight->verdict.probabilities[4] = 0.8F;
    insight->verdict.probabilities[9] = 0.2F;
    return insight;
}

inline DigitImage makeDigit() {
    DigitImage image{};
    image[14 * kDigitSide + 14] = 255;
    return image;
}

} // namespace digitlab
