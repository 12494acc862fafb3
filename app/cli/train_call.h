// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/training/presets.h"

#include <string_view>

namespace digitlab {

/// What the person typed after `train`, before it becomes a configuration.
struct TrainCall {
    TrainOptions options;
    std::optional<std::string> preset; ///< without one it is the first
    std::vector<std::string> assignments;
    std::vector<std::string> overrides; ///< --epochs and so on, as assignments; they win
};

/// A preset as the command line starts from it: without the digits that the person kept, so that a
/// script does the same on everybody's machine. Throws Error where there is no such preset.
TrainingConfig scriptedPreset(std::string_view name);

/// Makes the configuration of what was typed. Throws Error where it cannot work.
void resolve(TrainCall& call);

} // namespace digitlab
