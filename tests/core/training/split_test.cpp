// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/split.h"

#include "core/error.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace digitlab {
namespace {

using testing::HasSubstr;

TrainingConfig config(double validationShare, int trainImages = 60000, std::int64_t seed = 1) {
    TrainingConfig result;
    result.validationShare = validationShare;
    result.trainImages = trainImages;
    result.seed = seed;
    return result;
}

TEST(Split, SharesEachImageOnce) {
    const Split split = splitTrainingSet(config(5), 1000);
    EXPECT_EQ(split.validation.size(), 50U);
    EXPECT_EQ(split.train.size(), 950U);
    std::vector<std::int64_t> all = split.train;
    all.insert(all.end(), split.validation.begin(), split.validation.end());
    std::sort(all.begin(), all.end());
    std::vector<std::int64_t> expected(1000);
    std::iota(expected.begin(), expected.end(), std::int64_t{0});
    EXPECT_EQ(all, expected);
}

TEST(Split, OfTheWholeOfMnist) {
    const Split split = splitTrainingSet(config(5), 60000);
    EXPECT_EQ(split.validation.size(), 3000U);
    EXPECT_EQ(split.train.size(), 57000U);
}

TEST(Split, FewerTrainingImagesLeaveTheHeldOutOnesAsTheyAre) {
    const Split all = splitTrainingSet(config(10), 1000);
    const Split few = splitTrainingSet(config(10, 64), 1000);
    EXPECT_EQ(few.validation, all.validation);
    EXPECT_EQ(few.train.size(), 64U);
    EXPECT_TRUE(std::equal(few.train.begin(), few.train.end(), all.train.begin()));
}

TEST(Split, TheLimitIsNotForWhatIsBesides) {
    const auto isBesides = [](std::int64_t image) { return image >= 800; };
    const Split all = splitTrainingSet(config(10), 1000, 200);
    EXPECT_EQ(all.train, splitTrainingSet(config(10), 1000).train);
    const Split few = splitTrainingSet(config(10, 64), 1000, 200);
    EXPECT_EQ(few.validation, all.validation);
    EXPECT_EQ(std::ranges::count_if(few.train, isBesides),
              std::ranges::count_if(all.train, isBesides));
    EXPECT_EQ(std::ssize(few.train) - std::ranges::count_if(few.train, isBesides), 64);
}

TEST(Split, TheSameSeedGivesTheSame) {
    const Split first = splitTrainingSet(config(10, 500, 9), 1000);
    const Split second = splitTrainingSet(config(10, 500, 9), 1000);
    EXPECT_EQ(first.train, second.train);
    EXPECT_EQ(first.validation, second.validation);
    EXPECT_NE(first.validation, splitTrainingSet(config(10, 500, 10), 1000).validation);
}

TEST(Split, IsTheSameOnEachMachine) {
    // Worked out with another implementation of the 64-bit Mersenne twister.
    const Split split = splitTrainingSet(config(30, 60000, 1), 10);
    EXPECT_THAT(split.validation, testing::ElementsAre(1, 7, 3));
    EXPECT_THAT(split.train, testing::ElementsAre(9, 4, 0, 5, 2, 6, 8));
}

TEST(Split, IsDrawnFromTheWholeSet) {
    // A set may be sorted by digit or by writer: no end of it may be favoured.
    const Split split = splitTrainingSet(config(10, 1000), 10000);
    const double sum = std::accumulate(split.validation.begin(), split.validation.end(), 0.0);
    EXPECT_NEAR(sum / 1000, 5000, 400); // four standard errors
    const double trained = std::accumulate(split.train.begin(), split.train.end(), 0.0);
    EXPECT_NEAR(trained / 1000, 5000, 400);
}

TEST(Split, WithoutValidation) {
    const Split split = splitTrainingSet(config(0), 100);
    EXPECT_TRUE(split.validation.empty());
    EXPECT_EQ(split.train.size(), 100U);
}

TEST(Split, OneImageIsLearnedFrom) {
    const Split split = splitTrainingSet(config(90), 1);
    EXPECT_TRUE(split.validation.empty());
    EXPECT_EQ(split.train, std::vector<std::int64_t>{0});
}

TEST(Split, NothingToLearnFromIsSaid) {
    try {
        (void)splitTrainingSet(config(5), 0);
        FAIL() << "an empty set was split";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(),
                    HasSubstr("the training set of 0 images with 5 % for validation"));
        EXPECT_THAT(error.what(), HasSubstr("at least one is expected"));
    }
}

} // namespace
} // namespace digitlab
