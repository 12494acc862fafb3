// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

namespace digitlab {

/// The learning rate of a step (0 … totalSteps-1). One-cycle: linear from 1/10 up to the full rate
/// over the first 30 %, then a half cosine down to nearly 0 (after Smith and Topin 2018).
double learningRateAt(const TrainingConfig& config, std::int64_t step, std::int64_t stepsPerEpoch);

} // namespace digitlab
