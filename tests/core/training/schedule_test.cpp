// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <gtest/gtest.h>

namespace digitlab {
namespace {

constexpr std::int64_t kStepsPerEpoch = 100;

TrainingConfig config(Schedule schedule) {
    TrainingConfig result;
    result.schedule = schedule;
    result.learningRate = 0.2;
    result.epochs = 10; // 1000 steps
    return result;
}

double rate(const TrainingConfig& config, std::int64_t step) {
    return learningRateAt(config, step, kStepsPerEpoch);
}

TEST(Schedule, ConstantStaysTheSame) {
    for (const std::int64_t step : {0, 1, 500, 999}) {
        EXPECT_EQ(rate(config(Schedule::Constant), step), 0.2);
    }
}

TEST(Schedule, StepFallsAfterItsEpochs) {
    TrainingConfig steps = config(Schedule::Step);
    steps.stepEpochs = 3;
    steps.stepFactor = 0.5;
    EXPECT_DOUBLE_EQ(rate(steps, 0), 0.2);
    EXPECT_DOUBLE_EQ(rate(steps, 299), 0.2);
    EXPECT_DOUBLE_EQ(rate(steps, 300), 0.1);
    EXPECT_DOUBLE_EQ(rate(steps, 599), 0.1);
    EXPECT_DOUBLE_EQ(rate(steps, 600), 0.05);
    EXPECT_DOUBLE_EQ(rate(steps, 999), 0.025);
}

TEST(Schedule, CosineFallsFromAllToNearlyNothing) {
    const TrainingConfig cosine = config(Schedule::Cosine);
    EXPECT_DOUBLE_EQ(rate(cosine, 0), 0.2);
    EXPECT_NEAR(rate(cosine, 333), 0.15, 0.001); // cos 60° = 1/2
    EXPECT_NEAR(rate(cosine, 500), 0.1, 1e-9);
    EXPECT_NEAR(rate(cosine, 667), 0.05, 0.001);
    EXPECT_GT(rate(cosine, 999), 0);
    EXPECT_LT(rate(cosine, 999), 1e-5);
}

TEST(Schedule, OneCycleRisesThenFalls) {
    const TrainingConfig cycle = config(Schedule::OneCycle);
    EXPECT_NEAR(rate(cycle, 0), 0.02, 1e-9);
    EXPECT_NEAR(rate(cycle, 150), 0.11, 1e-9); // half-way up from 0.02
    EXPECT_NEAR(rate(cycle, 300), 0.2, 1e-9);
    EXPECT_NEAR(rate(cycle, 650), 0.1001, 1e-9); // half-way down to 0.0002
    EXPECT_NEAR(rate(cycle, 999), 0.0002, 1e-5);
    for (std::int64_t step = 1; step < 1000; ++step) {
        EXPECT_EQ(rate(cycle, step) > rate(cycle, step - 1), step <= 300) << step;
    }
}

TEST(Schedule, NeverIsNothingOrMoreThanTheRate) {
    for (const Schedule schedule :
         {Schedule::Constant, Schedule::Step, Schedule::Cosine, Schedule::OneCycle}) {
        for (std::int64_t step = 0; step < 1000; ++step) {
            EXPECT_GT(rate(config(schedule), step), 0);
            EXPECT_LE(rate(config(schedule), step), 0.2);
        }
    }
}

TEST(Schedule, ARunOfOneStepHasARate) {
    TrainingConfig one = config(Schedule::OneCycle);
    one.epochs = 1;
    EXPECT_GT(learningRateAt(one, 0, 1), 0);
    EXPECT_GT(learningRateAt(one, 0, 0), 0);
}

} // namespace
} // namespace digitlab
