// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <filesystem>
#include <optional>

namespace digitlab {

/// What a person is told of a run that can be resumed.
struct StoppedRun {
    std::filesystem::path folder;
    std::filesystem::file_time_type time; ///< when it was stopped
    TrainingConfig config;
    int epoch = 1;                            ///< under way, from 1
    std::optional<double> validationAccuracy; ///< of its last epoch, 0 … 1
};

} // namespace digitlab
