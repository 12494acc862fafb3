// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <filesystem>

namespace digitlab {

/// What a person is told of a run that is kept in a folder, and what can be done with it.
struct KeptRun {
    std::filesystem::path folder;
    std::filesystem::file_time_type time; ///< when it ended
    TrainingConfig config;
    ModelScores scores;
    bool hasModel = false;
    bool isResumable = false;
};

} // namespace digitlab
