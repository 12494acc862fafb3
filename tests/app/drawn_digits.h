// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <filesystem>
#include <random>

namespace digitlab::test {

/// A digit as a hand might draw it, in a square of about 100 units; `random` bends it a little.
Ink drawnDigit(int digit, std::mt19937& random);
/// The same one each time.
Ink drawnDigit(int digit);

/// Writes a small data set of drawn digits, in the four files of MNIST, into a new folder.
void writeDrawnDataset(const std::filesystem::path& folder, int trainImages, int testImages);

} // namespace digitlab::test
