// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <ATen/core/Tensor.h>

#include <span>

namespace digitlab {

/// Fresh weights for a network, in the order of tensorsOf(): uniform within 1/√(inputs of a unit)
/// (He et al. 2015 with the slope that PyTorch takes by default); batch norm changes nothing yet.
std::vector<at::Tensor> freshWeights(const std::vector<Layer>& layers, std::int64_t seed);

/// A copy of a file's tensors, to go on from.
std::vector<at::Tensor> toTorch(std::span<const Tensor> tensors, c10::Device device);

/// A copy of tensors as a file holds them, with their names and shapes in the same order.
std::vector<Tensor> fromTorch(const std::vector<TensorShape>& shapes,
                              const std::vector<at::Tensor>& tensors);

/// Throws Error unless these are the tensors that are expected, all of them finite.
void checkTensors(const std::vector<Tensor>& tensors, const std::vector<TensorShape>& expected);

} // namespace digitlab
