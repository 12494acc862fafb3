// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/cross_entropy.h"

#include "core/evaluation/scores.h"
#include "core/training/feed.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace digitlab::lanes {

namespace {

using Ten = Probabilities;

/// softmax(x), and the logarithm of the sum that it divides by.
float softmax(const Ten& x, Ten& probabilities) {
    const float largest = *std::max_element(x.begin(), x.end());
    float sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        probabilities[i] = std::exp(x[i] - largest);
        sum += probabilities[i];
    }
    for (float& probability : probabilities) {
        probability /= sum;
    }
    return largest + std::log(sum);
}

} // namespace

AnswerScore crossEntropy(Output output, const float* outputs, std::int64_t stride,
                         std::uint8_t label, std::int64_t images, float* gradient) {
    Ten raw;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        raw[i] = outputs[static_cast<std::int64_t>(i) * stride];
    }
    Ten logits = raw;
    if (output == Output::Softmax) {
        Ten positive = raw;
        for (float& value : positive) {
            value = std::max(0.0F, value);
        }
        softmax(positive, logits);
    }
    Ten probabilities;
    const float logSum = softmax(logits, probabilities);

    Ten target{};
    if (label == kNoDigit) {
        target.fill(1.0F / static_cast<float>(target.size()));
    } else {
        target.at(label) = 1;
    }
    double loss = 0;
    Ten slope; // of the logits
    for (std::size_t i = 0; i < slope.size(); ++i) {
        loss += static_cast<double>(target[i] * (logSum - logits[i]));
        slope[i] = probabilities[i] - target[i];
    }
    if (output == Output::Softmax) {
        float along = 0;
        for (std::size_t i = 0; i < slope.size(); ++i) {
            along += slope[i] * logits[i];
        }
        for (std::size_t i = 0; i < slope.size(); ++i) {
            slope[i] = raw[i] > 0 ? logits[i] * (slope[i] - along) : 0;
        }
    }
    for (std::size_t i = 0; i < slope.size(); ++i) {
        gradient[static_cast<std::int64_t>(i) * stride] = slope[i] / static_cast<float>(images);
    }
    const auto answer =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    return {loss, label == kNoDigit ? 0 : 1, answer == label ? 1 : 0};
}

} // namespace digitlab::lanes
