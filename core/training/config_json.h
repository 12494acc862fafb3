// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <nlohmann/json_fwd.hpp>

namespace digitlab {

/// The configuration as a flat object with a key for each field, "preset" first.
nlohmann::ordered_json toJson(const TrainingConfig& config);

/// The same back: fields that are missing keep the preset's value, unknown ones are ignored. Throws
/// Error where a field has the wrong kind or range, or the network cannot be built.
TrainingConfig configFromJson(const nlohmann::ordered_json& json);

} // namespace digitlab
