// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run.h"

#include <QString>

namespace digitlab {

/// All that the charts know of one run.
struct RunRecord {
    int id = 0; ///< never used twice
    QString name;
    int color = 0; ///< index for Theme::run()
    bool visible = true;
    RunStart start;
    std::vector<BatchResult> batches;
    std::vector<EpochResult> epochs;
    std::optional<RunStatus> status; ///< nothing while it runs
    QString failure;                 ///< RunStatus::Failed: why
    std::optional<double> testAccuracy;

    /// Where a step lies on the axis of epochs.
    [[nodiscard]] double epochOf(std::int64_t step) const {
        const auto steps = start.stepsPerEpoch > 0 ? start.stepsPerEpoch : 1;
        return static_cast<double>(step) / static_cast<double>(steps);
    }
};

/// What the legend says behind a run's name: its test accuracy, and that it was stopped or failed.
QString legendNote(const RunRecord& run);

} // namespace digitlab
