// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/drawing.h"
#include "tests/core/engine/engine_fixture.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

class NonDigits : public EngineTest {
protected:
    /// How sure a network that learned bars, and so many percent non-digits, is of things that are
    /// none: the mean of the highest probabilities.
    double certaintyAfter(double share) {
        TrainingConfig config = tinyConfig();
        config.nonDigits = share;
        const RunOutcome outcome = train(config, barData(2000, 100));
        EXPECT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
        std::vector<DigitImage> images;
        for (std::uint64_t key = 0; key < 200; ++key) {
            Random random{123, key};
            images.push_back(renderInk(drawNonDigit(random)));
        }
        double sum = 0;
        for (const Verdict& verdict : outcome.classifier->classify(images)) {
            sum += static_cast<double>(std::ranges::max(verdict.probabilities));
        }
        return sum / static_cast<double>(images.size());
    }
};

TEST_F(NonDigits, LeaveTheNetworkUndecided) {
    EXPECT_GT(certaintyAfter(0), 0.5);
    EXPECT_LT(certaintyAfter(30), 0.2);
}

TEST_F(NonDigits, DoNotCountInTheAccuracy) {
    (void)certaintyAfter(30);
    const EpochResult& last = recorder.epochs.back();
    EXPECT_GT(last.trainAccuracy, 0.95); // with them it could not pass 0.7
    EXPECT_LE(last.trainAccuracy, 1);
    EXPECT_GT(last.trainLoss, 0.3 * std::log(10.0) * 0.9); // nobody can be less undecided
}

} // namespace
} // namespace digitlab
