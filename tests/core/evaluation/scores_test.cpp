// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scores.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace digitlab {
namespace {

using Labels = std::vector<std::optional<int>>;

/// `first` with one probability, `second` with the rest.
Verdict answer(std::size_t first, float probability, std::size_t second) {
    Verdict verdict;
    verdict.probabilities.at(second) = 1 - probability;
    verdict.probabilities.at(first) = probability;
    return verdict;
}

Verdict evenly() {
    Verdict verdict;
    verdict.probabilities.fill(0.1F);
    return verdict;
}

TEST(Scores, OfNothingAreZero) {
    const Scores scores = score({}, {});
    EXPECT_EQ(scores.count, 0);
    EXPECT_EQ(scores.accuracy(), 0);
    EXPECT_EQ(scores.loss, 0);
    EXPECT_EQ(scores.ece, 0);
}

TEST(Scores, ConfusionHasTheTruthInItsRows) {
    const std::vector answers{answer(4, 0.9F, 9), answer(9, 0.8F, 4), answer(9, 0.7F, 4),
                              answer(0, 1.0F, 1)};
    const Scores scores = score(answers, Labels{4, 4, 4, 0});
    EXPECT_EQ(scores.count, 4);
    EXPECT_EQ(scores.correct, 2);
    EXPECT_DOUBLE_EQ(scores.accuracy(), 0.5);
    EXPECT_EQ(scores.confusion[4][4], 1);
    EXPECT_EQ(scores.confusion[4][9], 2);
    EXPECT_EQ(scores.confusion[9][4], 0);
    EXPECT_EQ(scores.confusion[0][0], 1);
    std::int64_t sum = 0;
    for (const auto& row : scores.confusion) {
        for (const std::int64_t count : row) {
            sum += count;
        }
    }
    EXPECT_EQ(sum, 4);
}

TEST(Scores, LossIsTheMeanCrossEntropy) {
    const std::vector answers{answer(3, 0.9F, 5), answer(3, 0.75F, 5)};
    const Scores scores = score(answers, Labels{3, 5});
    // (-ln 0.9 - ln 0.25) / 2
    EXPECT_NEAR(scores.loss, (0.1053605 + 1.3862944) / 2, 1e-6);
}

TEST(Scores, LossStaysFiniteWhereTheTruthHadNoChance) {
    const Scores scores = score(std::vector{answer(3, 1.0F, 5)}, Labels{7});
    EXPECT_NEAR(scores.loss, 27.6310, 1e-3); // -ln 1e-12
}

TEST(Scores, CalibrationErrorByHand) {
    // Bin 13 of 15 (from 0.867): confidence 0.90 and 0.92, one of two right: |1.82 - 1| = 0.82.
    // Bin 9 (from 0.6): confidence 0.62, right: |0.62 - 1| = 0.38.
    // Last bin: confidence 1, wrong: |1 - 0| = 1. The sum by four: 0.55.
    const std::vector answers{answer(1, 0.90F, 2), answer(1, 0.92F, 2), answer(1, 0.62F, 2),
                              answer(1, 1.0F, 2)};
    EXPECT_NEAR(score(answers, Labels{1, 2, 1, 2}).ece, 0.55, 1e-6);
}

TEST(Scores, CalibratedAnswersHaveNoCalibrationError) {
    const std::vector answers(4, answer(1, 0.75F, 2));
    EXPECT_NEAR(score(answers, Labels{1, 1, 2, 1}).ece, 0, 1e-9);
}

TEST(Scores, RefusedDigitsStillCount) {
    const std::vector answers{evenly(), answer(6, 0.49F, 2), answer(6, 0.51F, 2)};
    const Scores scores = score(answers, Labels{0, 2, 6});
    EXPECT_EQ(scores.count, 3);
    EXPECT_EQ(scores.rejected, 1); // 0.51 for 2 is enough
    EXPECT_EQ(scores.correct, 3);  // the first of equals is 0
}

TEST(Scores, WhatIsNoDigitIsCountedApart) {
    const std::vector answers{evenly(), answer(8, 0.99F, 3), answer(3, 0.8F, 8)};
    const Scores scores = score(answers, Labels{std::nullopt, std::nullopt, 3});
    EXPECT_EQ(scores.nonDigits, 2);
    EXPECT_EQ(scores.nonDigitsRejected, 1);
    EXPECT_EQ(scores.count, 1);
    EXPECT_EQ(scores.rejected, 0);
    EXPECT_EQ(scores.accuracy(), 1);
    EXPECT_NEAR(scores.loss, 0.2231436, 1e-6); // of the digit alone
    EXPECT_NEAR(scores.ece, 0.2, 1e-6);
}

TEST(Scores, AnswersThatAreNoNumbersAreRefused) {
    Verdict broken;
    broken.probabilities.fill(std::numeric_limits<float>::quiet_NaN());
    const Scores scores = score(std::vector{broken}, Labels{1});
    EXPECT_EQ(scores.rejected, 1);
    EXPECT_EQ(scores.correct, 0);
    EXPECT_TRUE(std::isfinite(scores.loss));
}

} // namespace
} // namespace digitlab
