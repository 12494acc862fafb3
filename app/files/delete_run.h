// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace digitlab {

/// Gives a kept run to the desktop's trash. False where that does not take it. Throws Error where
/// the run is under way.
bool moveRunToTrash(const std::filesystem::path& folder);

/// Deletes a kept run for good. Throws Error where that fails, or the run is under way.
void deleteRun(const std::filesystem::path& folder);

} // namespace digitlab
