// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

#include <gtest/gtest.h>

namespace digitlab {

/// Images of drawn bars: 0 to 4 are level ones, the higher the lower; 5 to 9 upright ones. Each
/// image has its own noise, and its bar its own strength.
Dataset drawBars(int count, unsigned seed);

/// Bars to learn and, others, to be scored on.
DigitData barData(int train, int test);

/// The same images to learn, with labels that mean nothing.
DigitData withRandomLabels(DigitData data);

DigitImage imageOf(const Dataset& data, std::size_t index);

/// A network that learns bars within a second.
TrainingConfig tinyConfig();

/// Keeps all that a run said.
class Recorder : public RunObserver {
public:
    void started(const RunStart& start) override { starts.push_back(start); }
    void progressed(const Progress& progress) override;
    void epochEnded(const EpochResult& epoch) override { epochs.push_back(epoch); }

    std::vector<RunStart> starts;
    std::vector<Progress> reports;
    std::vector<BatchResult> batches;
    std::vector<EpochResult> epochs;
};

/// The engine under test, and what most tests do with it.
class EngineTest : public testing::Test {
public:
    EngineTest();
    ~EngineTest() override;

protected:
    /// A run that nobody disturbs.
    RunOutcome train(const TrainingConfig& config, const DigitData& data);

    std::unique_ptr<Engine> engine;
    Recorder recorder; ///< of the last train()
};

/// Names the first tensor in which two models differ, or "" where they are the same bit for bit.
std::string firstDifference(const Model& a, const Model& b);

} // namespace digitlab
