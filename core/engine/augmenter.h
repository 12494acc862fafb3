// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace digitlab {

/// Draws a small change of place and form for each image of a batch anew.
class Augmenter {
public:
    Augmenter(const Augmentation& limits, std::int64_t seed);

    /// The changed images, as floats from 0 to 255, for bytes (batch×1×28×28). Where nothing is to
    /// be changed it gives back what it got.
    [[nodiscard]] at::Tensor apply(const at::Tensor& pixels);

private:
    Augmentation m_limits;
    at::Generator m_generator;
};

} // namespace digitlab
