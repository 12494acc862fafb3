// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace digitlab {

namespace {

constexpr double kWarmUpShare = 0.3;
constexpr double kStartShare = 0.1;
constexpr double kEndShare = 0.001;

/// From 1 at t = 0 to 0 at t = 1, flat at both ends.
double halfCosine(double t) {
    return 0.5 * (1 + std::cos(std::numbers::pi * t));
}

double oneCycle(double t) {
    if (t < kWarmUpShare) {
        return kStartShare + (1 - kStartShare) * t / kWarmUpShare;
    }
    return kEndShare + (1 - kEndShare) * halfCosine((t - kWarmUpShare) / (1 - kWarmUpShare));
}

} // namespace

double learningRateAt(const TrainingConfig& config, std::int64_t step, std::int64_t stepsPerEpoch) {
    const std::int64_t total = std::max<std::int64_t>(1, stepsPerEpoch * config.epochs);
    const double t = static_cast<double>(step) / static_cast<double>(total);
    switch (config.schedule) {
    case Schedule::Constant:
        return config.learningRate;
    case Schedule::Step: {
        const std::int64_t epoch = step / std::max<std::int64_t>(1, stepsPerEpoch);
        const std::int64_t steps = epoch / std::max(1, config.stepEpochs);
        return config.learningRate * std::pow(config.stepFactor, static_cast<double>(steps));
    }
    case Schedule::Cosine:
        return config.learningRate * halfCosine(t);
    case Schedule::OneCycle:
        return config.learningRate * oneCycle(t);
    }
    return config.learningRate;
}

} // namespace digitlab
