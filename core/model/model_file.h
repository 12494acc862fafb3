// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"
#include "core/model/model.h"

#include <span>

namespace digitlab {

/// A model as a safetensors file (https://huggingface.co/docs/safetensors): float32 tensors under
/// their names; configuration, scores and confidence as JSON in the metadata. Throws Error where a
/// value is not finite, since such a file would be refused.
Bytes toSafetensors(const Model& model);

/// The model in such bytes. The file is checked against its own description before memory is asked
/// for. Throws Error, naming `name`, where it is no model of this program.
Model parseSafetensors(std::span<const std::uint8_t> bytes, const std::string& name);

/// The same from a file.
Model readModelFile(const std::filesystem::path& path);

/// What a model file tells of its model besides the numbers in it.
struct ModelSummary {
    TrainingConfig config;
    ModelScores scores;
};

/// The summary of a model file, whose tensors are not read. Throws Error like readModelFile() where
/// the header is damaged or does not fit the size of the file.
ModelSummary readModelSummary(const std::filesystem::path& path);

} // namespace digitlab
