// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/idx.h"

namespace digitlab {

/// Images and what each of them is.
struct Dataset {
    ImageSet images;
    std::vector<std::uint8_t> labels; ///< 0 … 9, one for each image

    [[nodiscard]] std::size_t count() const { return labels.size(); }
};

/// What a network learns from and what it is scored on.
struct DigitData {
    Dataset train;
    Dataset test;
    Dataset mine = {}; ///< digits that the person kept; the configuration says how many are fed
    /// The last so many of `train` are learned from whatever TrainingConfig::trainImages says.
    std::size_t besides = 0;
};

/// A number (CRC-32) that tells a data set from others, by its images and labels.
std::uint32_t checksumOf(const Dataset& data);

/// Reads a pair of IDX files. Throws Error where their counts differ.
Dataset readDataset(const std::filesystem::path& images, const std::filesystem::path& labels);

/// Reads the four files of MNIST (`train-images-idx3-ubyte` and so on, plain or `.gz`) from a
/// folder. Images of another size than 28×28 are brought to it as drawn ink is (core/ink). Throws
/// Error where a file is missing, naming it and the folder.
DigitData readDigitData(const std::filesystem::path& folder);

/// Only the test half of the same, for scoring.
Dataset readTestData(const std::filesystem::path& folder);

} // namespace digitlab
