// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run.h"

#include <string>

namespace digitlab {

/// All that was told of a run while it went.
struct RunHistory {
    RunStart start;
    std::vector<BatchResult> batches;
    std::vector<EpochResult> epochs;
};

/// The history as CSV: a row for each batch, the validation on the last row of each epoch. Columns:
/// step, epoch, train_loss, train_accuracy, validation_loss, validation_accuracy.
std::string metricsCsv(const RunHistory& history);

} // namespace digitlab
