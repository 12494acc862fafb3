// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/stopped_run.h"

#include <vector>

namespace digitlab {

/// The runs in a folder that can be resumed, the last one first. It reads the header of each one's
/// checkpoint, of the latest fifty folders; what cannot be read or has nothing left to do is left
/// out.
std::vector<StoppedRun> stoppedRuns(const std::filesystem::path& runs);

} // namespace digitlab
