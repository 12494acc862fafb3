// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/confidence.h"

#include <ATen/core/Tensor.h>

namespace digitlab {

/// What the small network that tells digits from all else is fitted to: features, a row an image,
/// in any floating type.
struct DetectorData {
    at::Tensor rows;                ///< to learn from: digits, and behind them what is none
    std::int64_t digits = 0;        ///< how many of the rows are digits
    std::vector<at::Tensor> checks; ///< digits of several sources, to choose the limit by
};

/// Fits the small network of a confidence. Of no source more digits than half a percent are
/// refused.
void fitDetector(const DetectorData& data, Confidence& confidence);

} // namespace digitlab
