// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

namespace digitlab {

/// So many drawn digits, the same for the same seed.
Dataset syntheticDigits(std::uint64_t seed, std::size_t count);

/// A data set that needs no download: drawn digits in MNIST's numbers (60,000 to learn from, 10,000
/// others to be scored on), always the same.
DigitData syntheticDigitData();

/// Only the test half of the same, for scoring.
Dataset syntheticTestData();

} // namespace digitlab
