// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <functional>

namespace digitlab {

inline constexpr double kNormMomentum =
    0.1; ///< share of the running statistics that a batch replaces
inline constexpr double kNormEpsilon = 1e-5; ///< keeps batch norm from dividing by 0

/// A network that LibTorch can run: its layers and their tensors, on one device.
class NetworkModule {
public:
    /// Hears what each layer gave, in order.
    using Tap = std::function<void(std::size_t layer, const at::Tensor& output)>;

    /// The tensors are those of tensorsOf(layers), in that order. They are shared, not copied.
    NetworkModule(std::vector<Layer> layers, std::vector<at::Tensor> tensors);

    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    [[nodiscard]] const std::vector<at::Tensor>& tensors() const { return m_tensors; }
    /// The tensors of one layer; undefined where it has none of that kind.
    struct LayerTensors {
        at::Tensor weight, bias, mean, variance;
    };
    [[nodiscard]] const LayerTensors& layerTensors(std::size_t layer) const {
        return m_layerTensors[layer];
    }
    /// Those of the tensors that are learned: all but the running statistics.
    [[nodiscard]] std::vector<at::Tensor> parameters() const;

    /// The outputs (batch×10) for normalised images (batch×1×28×28), as a trained network gives
    /// them. Changes nothing; may be called from several threads at once.
    [[nodiscard]] at::Tensor infer(at::Tensor images) const;
    [[nodiscard]] at::Tensor infer(at::Tensor images, const Tap& tap) const;

    /// The same as in training: batch norm over the batch (its running statistics follow), and
    /// dropout drawn from the generator.
    [[nodiscard]] at::Tensor train(at::Tensor images, at::Generator& dropout);

private:
    [[nodiscard]] at::Tensor apply(std::size_t index, const at::Tensor& x,
                                   at::Generator* training) const;

    std::vector<Layer> m_layers;
    std::vector<at::Tensor> m_tensors;
    std::vector<LayerTensors> m_layerTensors; ///< one for each layer
    std::vector<std::size_t> m_fastOrder;     ///< the layers in the order that costs least
};

} // namespace digitlab
