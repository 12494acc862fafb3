// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

/// How many batches an epoch has. The last one takes what is left; a single image that would be
/// left joins the batch before it, because batch norm can make nothing of one.
std::int64_t stepsPerEpoch(std::int64_t images, std::int64_t batchSize);

/// Carries out Engine::train() and, where there is a model to start from, Engine::fineTune(), but
/// throws what goes wrong.
RunOutcome train(const TrainingConfig& config, const Model* start, const DigitData& data,
                 RunControl& control, RunObserver& observer);

} // namespace digitlab
