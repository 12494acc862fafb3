// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>

namespace digitlab::lanes {

/// How one image, or several, were answered.
struct AnswerScore {
    double loss = 0; ///< sum of the cross entropies, in nats
    std::int64_t digits = 0;
    std::int64_t correct = 0;
};

/// The cross entropy of one image's outputs with its label (with all digits alike where that is
/// kNoDigit), and its gradient for a batch of `images`. Outputs and gradient are ten numbers each,
/// `stride` floats apart. With Output::Softmax the outputs go through ReLU and softmax before, as
/// in the article.
AnswerScore crossEntropy(Output output, const float* outputs, std::int64_t stride,
                         std::uint8_t label, std::int64_t images, float* gradient);

} // namespace digitlab::lanes
