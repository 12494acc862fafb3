// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the optimisers. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

constexpr float kMeanMemory = 0.9F; ///< Adam (Kingma and Ba 2015), as LibTorch has it
constexpr float kSquareMemory = 0.999F;
constexpr float kRmsMemory = 0.99F;
constexpr float kTiny = 1e-8F; ///< keeps a step from dividing by 0

inline float rootOf(float value) {
    return __builtin_sqrtf(value);
}

void sgd(Index count, const UpdateRule& rule, float* weights, const float* gradient, float* first) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float g = gradient[i] + r.weightDecay * weights[i];
        first[i] = r.momentum * first[i] + g;
        weights[i] -= r.rate * first[i];
    }
}

void nesterov(Index count, const UpdateRule& rule, float* weights, const float* gradient,
              float* first) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float g = gradient[i] + r.weightDecay * weights[i];
        first[i] = r.momentum * first[i] + g;
        weights[i] -= r.rate * (g + r.momentum * first[i]);
    }
}

inline float adamStep(const UpdateRule& r, float g, float& first, float& second) {
    first = kMeanMemory * first + (1 - kMeanMemory) * g;
    second = kSquareMemory * second + (1 - kSquareMemory) * g * g;
    const float deviation = rootOf(second / r.correction2) + kTiny;
    return r.rate / r.correction1 * first / deviation;
}

void adam(Index count, const UpdateRule& rule, float* weights, const float* gradient, float* first,
          float* second) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        weights[i] -= adamStep(r, gradient[i] + r.weightDecay * weights[i], first[i], second[i]);
    }
}

void adamW(Index count, const UpdateRule& rule, float* weights, const float* gradient, float* first,
           float* second) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float kept = weights[i] * (1 - r.rate * r.weightDecay);
        weights[i] = kept - adamStep(r, gradient[i], first[i], second[i]);
    }
}

void rmsProp(Index count, const UpdateRule& rule, float* weights, const float* gradient,
             float* first, float* second) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float g = gradient[i] + r.weightDecay * weights[i];
        second[i] = kRmsMemory * second[i] + (1 - kRmsMemory) * g * g;
        first[i] = r.momentum * first[i] + g / (rootOf(second[i]) + kTiny);
        weights[i] -= r.rate * first[i];
    }
}

} // namespace

} // namespace digitlab::lanes
