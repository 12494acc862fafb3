// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"
#include "core/training/checkpoint.h"

#include <span>

namespace digitlab {

/// A checkpoint as a safetensors file: float32 tensors under their names (the weights under those
/// that they have in a model), settings and progress as JSON in the metadata. Of the batches at
/// most the last ten million are kept. Throws Error where a value is not finite, since such a file
/// would be refused.
Bytes toSafetensors(Checkpoint checkpoint);

/// The checkpoint in such bytes. They are checked against their own description before memory is
/// asked for, and nothing in them is run. Throws Error, naming `name`, where they are no checkpoint
/// of this program.
Checkpoint parseCheckpoint(std::span<const std::uint8_t> bytes, const std::string& name);

/// The same from a file.
Checkpoint readCheckpointFile(const std::filesystem::path& path);

/// How far the run of such a file has come: the same without batches and tensors, which are not
/// read. Throws Error where the header is damaged or does not fit the size of the file.
Checkpoint readCheckpointSummary(const std::filesystem::path& path);

} // namespace digitlab
