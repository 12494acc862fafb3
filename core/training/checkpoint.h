// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"
#include "core/training/run_history.h"

namespace digitlab {

/// What an epoch that is not over has come to; all 0 between two epochs.
struct EpochSums {
    double images = 0;
    double digits = 0;  ///< images that are digits
    double loss = 0;    ///< summed over the images
    double correct = 0; ///< digits that were answered right
    double seconds = 0; ///< in the training loop
};

/// How far a run has come, with all that it needs to go on as if nobody had interrupted it. What is
/// drawn at random is not in here: seed, epoch, step and place decide it.
struct Checkpoint {
    /// Its start, and its epochs that are over. The engine leaves `batches` to whoever keeps them.
    RunHistory history;
    std::int64_t step = 0; ///< batches that were learned from, since the start of the run
    EpochSums epoch;       ///< of the epoch under way
    double trainSeconds = 0;
    std::uint32_t imagesChecksum = 0; ///< checksumOf() the training set

    int bestEpoch = 0;           ///< whose weights early stopping keeps; 0 = none
    double bestLoss = 0;         ///< in validation, of that epoch
    std::vector<Tensor> tensors; ///< those of checkpointTensorsOf(), in that order

    [[nodiscard]] const TrainingConfig& config() const { return history.start.config; }
};

/// The tensors of a checkpoint: those of the model; what the optimiser remembers of each that is
/// learned, first one thing and then, where its rule keeps two, the other; and the weights of the
/// best epoch, where there is one.
std::vector<TensorShape> checkpointTensorsOf(const TrainingConfig& config, bool hasBest);

/// Has the run go on until it has done so many epochs. Throws Error where a run that was asked for
/// so many from its start would have learned otherwise by now: where the schedule depends on them.
void setEpochs(Checkpoint& checkpoint, int epochs);

/// Throws Error where the run has nothing left to do.
void checkUnfinished(const Checkpoint& checkpoint);

} // namespace digitlab
