// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/bounded_json.h"
#include "core/model/safetensors.h"

#include <span>

namespace digitlab {

// What the files of models and of checkpoints have in common. Everything throws Error, naming
// `name`, where something does not fit.

// Keys of the metadata.
inline constexpr const char* kConfigKey = "digitlab.config";
inline constexpr const char* kCheckpointKey = "digitlab.checkpoint"; ///< in checkpoints alone

/// The configuration in a file's metadata.
TrainingConfig configIn(const safetensors::Metadata& metadata, const std::string& name);

/// The number under `key`, from 0 to `maximum`; nothing where there is none, or null.
std::optional<double> numberAt(const Json& json, const char* key, double maximum,
                               const std::string& name);

/// A copy of the tensors that a network needs, in their order. There must be no other entry, and
/// every value must be finite.
std::vector<Tensor> tensorsIn(const std::vector<safetensors::Entry>& entries,
                              const std::vector<TensorShape>& expected, const std::string& name);

/// Throws where a value of a tensor is not finite.
void checkFinite(const Tensor& tensor, const std::string& name);

} // namespace digitlab
