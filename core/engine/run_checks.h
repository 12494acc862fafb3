// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

namespace digitlab {

/// A configuration with all that the engine decides: the number of threads, where it is asked for
/// one for each core, as the sums of a run depend on it. Throws Error where no data can make the
/// configuration work here.
TrainingConfig decidedConfig(const TrainingConfig& config);

/// Throws Error where what the convolutions make of a batch takes more than so many bytes. The
/// system promises such memory, and ends the program when it is used.
void checkMemory(const TrainingConfig& config, double bytes);

/// How many batches an epoch has. The last one takes what is left; a single image that would be
/// left joins the batch before it, because batch norm can make nothing of one.
std::int64_t stepsPerEpoch(std::int64_t images, std::int64_t batchSize);

/// Throws Error where a run cannot go on from a checkpoint: what is in it does not fit its own
/// configuration, or nothing is left to do.
void checkCheckpoint(const Checkpoint& checkpoint);

/// Throws Error where a run would go on with other images than it learned from: where it would
/// begin in another way, or its training set has another checksum.
void checkSameData(const Checkpoint& checkpoint, const RunStart& start, std::uint32_t checksum);

} // namespace digitlab
