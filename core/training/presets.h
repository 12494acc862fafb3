// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <string_view>
#include <vector>

namespace digitlab {

/// A network with the recipe that trains it well.
struct Preset {
    std::string name;
    Message summary; ///< one sentence
    TrainingConfig config;
};

/// All presets; the first is the default.
const std::vector<Preset>& presets();

/// The configuration of a preset. Throws Error that lists the names where there is no such preset.
TrainingConfig presetConfig(std::string_view name);

} // namespace digitlab
