// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

#include <filesystem>

namespace digitlab {

/// Makes a new folder `<time>-<preset>` for a run under `runs`. Throws Error where it cannot.
std::filesystem::path makeRunFolder(const std::filesystem::path& runs, const std::string& preset);

/// Makes this folder for a run. Throws Error where it cannot, or where something is in it already.
void makeEmptyFolder(const std::filesystem::path& folder);

/// The folder of a run that a person names, by the folder or by the checkpoint in it. Throws Error
/// for any other file.
std::filesystem::path runFolderOf(const std::filesystem::path& place);

/// The file in the folder of a run from which it can be resumed.
std::filesystem::path checkpointIn(const std::filesystem::path& folder);

/// The files of a run that has ended; the model is missing where nothing was learned.
std::filesystem::path modelIn(const std::filesystem::path& folder);
std::filesystem::path metricsIn(const std::filesystem::path& folder);

/// The checkpoint in a run's folder. Throws Error where there is none or it is damaged.
Checkpoint readCheckpoint(const std::filesystem::path& folder);

/// Keeps a checkpoint in a run's folder, instead of the one that was there. Throws Error where it
/// cannot be written.
void saveCheckpoint(const std::filesystem::path& folder, Checkpoint checkpoint);

/// The file in the folder of a run with those of the person's digits that the run learns from, as
/// they were when it began; it is missing where it learns from none.
std::filesystem::path myDigitsIn(const std::filesystem::path& folder);

/// Keeps a run that has ended in its folder: config.json, metrics.csv and, where something was
/// learned, model.safetensors. Throws Error where they cannot be written.
void saveRun(const std::filesystem::path& folder, const RunHistory& history,
             const RunOutcome& outcome);

} // namespace digitlab
