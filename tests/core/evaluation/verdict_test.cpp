// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/verdict.h"

#include <gtest/gtest.h>

#include <limits>

namespace digitlab {
namespace {

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

TEST(Verdict, NamesTheMostLikelyDigit) {
    EXPECT_EQ(digitOf({0, 0, 0, 0, 0.4F, 0.6F}), 5);
    EXPECT_EQ(digitOf({0, 0, 0, 0, 0, 0, 0, 0, 0, 1}), 9);
}

TEST(Verdict, NamesOneOfTwoThatAreClose) {
    EXPECT_EQ(refusalOf({{0.4F, 0.4F, 0.2F}, 0.5F}), Refusal::None);
    EXPECT_FALSE(isRejected({{0.4F, 0.4F, 0.2F}, 0.5F}));
}

TEST(Verdict, RefusesWhatCouldBeManyDigits) {
    EXPECT_EQ(refusalOf({{0.39F, 0.38F, 0.23F}, 1}), Refusal::Unsure);
    EXPECT_TRUE(isRejected({{0.39F, 0.38F, 0.23F}, 1}));
}

TEST(Verdict, RefusesWhatIsNoDigitHoweverSureTheDigit) {
    EXPECT_EQ(refusalOf({{1}, 0.49F}), Refusal::NoDigit);
    EXPECT_TRUE(isRejected({{1}, 0}));
}

TEST(Verdict, RefusesWhatIsNoNumber) {
    EXPECT_TRUE(isRejected({{1}, kNoNumber}));
    Probabilities broken{};
    broken.fill(kNoNumber);
    EXPECT_TRUE(isRejected({broken, 1}));
}

} // namespace
} // namespace digitlab
