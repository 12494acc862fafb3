// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <ATen/core/Tensor.h>

namespace digitlab {

/// Fresh weights for a network, in the order of tensorsOf(): uniform within 1/√(inputs of a unit)
/// (He et al. 2015 with the slope that PyTorch takes by default); batch norm changes nothing yet.
std::vector<at::Tensor> freshWeights(const std::vector<Layer>& layers, std::int64_t seed);

/// A copy of a model's weights, to go on from.
std::vector<at::Tensor> toWeights(const Model& model);

/// A copy of a network's tensors (in the order of tensorsOf()) as a model holds them.
std::vector<Tensor> toModelTensors(const std::vector<Layer>& layers,
                                   const std::vector<at::Tensor>& tensors);

/// Throws Error unless a model has the tensors of its own description, all of them finite.
void checkTensors(const Model& model);

} // namespace digitlab
