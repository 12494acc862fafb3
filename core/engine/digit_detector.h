// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/confidence.h"

#include <ATen/core/Tensor.h>

namespace digitlab {

/// What the small network that tells digits from all else is fitted to: features, a row an image.
struct DetectorData {
    at::Tensor digits;              ///< to learn from
    at::Tensor others;              ///< to learn from: no digits
    std::vector<at::Tensor> checks; ///< digits of several sources, to choose the limit by
};

/// Fits the small network of a confidence. Of no source more digits than half a percent are
/// refused.
void fitDetector(const DetectorData& data, Confidence& confidence);

} // namespace digitlab
