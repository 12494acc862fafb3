// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

/// The recipe for teaching a model with this configuration what a person kept: their digits again
/// and again, deformed, between images that keep it from forgetting what it knew.
TrainingConfig teachingConfig(const TrainingConfig& model);

/// How a model did before and after it was taught, as shares of what it read right (0 … 1).
struct TeachingScores {
    std::size_t mineCount = 0; ///< the person's own digits
    double mineBefore = 0;     ///< not counting those that are taken for no digit
    double mineAfter = 0;
    double testBefore = 0; ///< on the data set's test half
    double testAfter = 0;

    /// True where what was known before is kept: the test accuracy fell by no more than a tenth of
    /// a point.
    [[nodiscard]] bool keptTheOld() const;
    /// True where more of the person's digits are read right, or nothing is worse.
    [[nodiscard]] bool broughtSomething() const;
};

/// How teaching ended.
struct TeachingOutcome {
    RunStatus status = RunStatus::Failed;
    Message failure;                              ///< RunStatus::Failed: why
    std::shared_ptr<const Classifier> classifier; ///< the taught model; null unless Finished
    TeachingScores scores;
    double seconds = 0; ///< in the training loop
};

/// Teaches a model in use the digits that a person kept (data.mine), on the machine of `here` (see
/// onMachineOf()). Blocks for some seconds, more on a large network. What it gives has the settings
/// of the model that it comes from.
TeachingOutcome teach(const Engine& engine, const Classifier& classifier, const DigitData& data,
                      const TrainingConfig& here, RunControl& control, RunObserver& observer);

} // namespace digitlab
