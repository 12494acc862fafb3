// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

// Carry out Engine::train(), Engine::fineTune() and Engine::resume(), but throw what goes wrong.

RunOutcome train(const TrainingConfig& config, const DigitData& data, RunControl& control,
                 RunObserver& observer);
RunOutcome fineTune(const Model& start, const TrainingConfig& config, const DigitData& data,
                    RunControl& control, RunObserver& observer);
RunOutcome resume(const Checkpoint& checkpoint, const DigitData& data, RunControl& control,
                  RunObserver& observer);

} // namespace digitlab
