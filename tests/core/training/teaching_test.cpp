// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fields.h"
#include "core/training/teaching.h"

#include <gtest/gtest.h>

using namespace digitlab;

namespace {

TEST(Teaching, TheRecipeKeepsTheNetworkTheDeviceAndTheSeed) {
    TrainingConfig model;
    model.network.hidden = {7};
    model.network.batchNorm = true;
    model.threads = 3;
    model.seed = 9;
    model.epochs = 20;
    model.patience = 5;
    const TrainingConfig config = teachingConfig(model);
    EXPECT_EQ(config.network, model.network);
    EXPECT_EQ(config.threads, 3);
    EXPECT_EQ(config.seed, 9);
    EXPECT_EQ(config.epochs, 1);
    EXPECT_EQ(config.patience, 0);
    EXPECT_TRUE(problemsOf(config).empty());
}

TEST(Teaching, TheRecipeMixesMineWithWhatWasKnown) {
    const TrainingConfig config = teachingConfig(TrainingConfig());
    EXPECT_GE(config.myDigits, 5);
    EXPECT_LT(config.myDigits + config.synthetic, 60);
    EXPECT_TRUE(config.augmentation.any());
}

TEST(Teaching, ALessonBringsMoreOfMineOrTakesNothing) {
    const auto brought = [](double mineAfter, double testAfter) {
        return TeachingScores{10, 0.8, mineAfter, 0.99, testAfter}.broughtSomething();
    };
    EXPECT_TRUE(brought(0.9, 0.9895));
    EXPECT_TRUE(brought(0.8, 0.99)); // it may be surer of them
    EXPECT_FALSE(brought(0.8, 0.9895));
    EXPECT_FALSE(brought(0.7, 0.995));
}

TEST(Teaching, ATenthOfAPointMayBeLost) {
    const auto kept = [](double before, double after) {
        return TeachingScores{10, 0, 0, before, after}.keptTheOld();
    };
    EXPECT_TRUE(kept(0.9949, 0.9960));
    EXPECT_TRUE(kept(0.9949, 0.9949));
    EXPECT_TRUE(kept(0.9949, 0.9939));
    EXPECT_FALSE(kept(0.9949, 0.9938));
}

} // namespace
