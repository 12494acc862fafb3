// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run_history.h"

#include <filesystem>

namespace digitlab {

/// Keeps a run that has ended in a new folder `<time>-<preset>` under `runs`: config.json,
/// metrics.csv and, where something was learned, model.safetensors. Gives the folder. Throws Error
/// where it cannot be written.
std::filesystem::path storeRun(const std::filesystem::path& runs, const RunHistory& history,
                               const RunOutcome& outcome);

} // namespace digitlab
