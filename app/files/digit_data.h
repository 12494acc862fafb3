// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <optional>
#include <string>

namespace digitlab {

inline constexpr const char* kMnist = "mnist";
inline constexpr const char* kSynthetic = "synthetic";

/// What to train on where nobody names a data set: MNIST, or the program's own digits where
/// nothing of MNIST is there.
std::string datasetAtHand();

/// The data set that a person names: `mnist`, `synthetic` (drawn by the program itself), or a
/// folder. Throws Error where it cannot be read.
DigitData loadDigitData(const std::string& name);

/// Only the test half of the same, for scoring.
Dataset loadTestData(const std::string& name);

/// Scanned digits (see readScans()) as 28×28 images: all, or only those of the writers who are held
/// out, or of the others. Throws Error where they cannot be read, or none is left.
Dataset loadScannedDigits(const std::string& file, std::optional<bool> heldOut);

} // namespace digitlab
