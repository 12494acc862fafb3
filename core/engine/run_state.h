// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/early_stopping.h"
#include "core/engine/learner.h"
#include "core/training/checkpoint.h"

namespace digitlab {

/// What a run has learned, and what it remembers from one step to the next.
struct RunState {
    /// The network begins with the first of these tensors as weights; null: with fresh ones.
    RunState(const TrainingConfig& config, const std::vector<Tensor>* tensors, c10::Device device);

    /// Takes the rest of a checkpoint, whose tensors the network began with.
    void restore(const Checkpoint& checkpoint);
    /// Copies all of it into a checkpoint.
    void save(Checkpoint& checkpoint) const;

    NetworkModule network;
    const std::unique_ptr<Learner> learner;
    EarlyStopping earlyStopping;
};

} // namespace digitlab
