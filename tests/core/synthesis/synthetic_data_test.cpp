// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/synthetic_data.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace digitlab {
namespace {

TEST(SyntheticData, HoldsEachDigitAboutAsOften) {
    const Dataset data = syntheticDigits(1, 2000);
    ASSERT_EQ(data.count(), 2000U);
    ASSERT_EQ(data.images.side, 28);
    ASSERT_EQ(data.images.count(), 2000U);
    for (std::uint8_t digit = 0; digit <= 9; ++digit) {
        EXPECT_NEAR(static_cast<double>(std::ranges::count(data.labels, digit)), 200, 60);
    }
}

TEST(SyntheticData, IsTheSameForTheSameSeed) {
    EXPECT_EQ(syntheticDigits(1, 50).images.pixels, syntheticDigits(1, 50).images.pixels);
    EXPECT_NE(syntheticDigits(1, 50).images.pixels, syntheticDigits(2, 50).images.pixels);
}

TEST(SyntheticData, IsScoredOnOthersThanItIsLearnedFrom) {
    const Dataset test = syntheticTestData();
    ASSERT_EQ(test.count(), 10'000U);
    const DigitData data = syntheticDigitData();
    EXPECT_EQ(data.train.count(), 60'000U);
    EXPECT_EQ(data.test.images.pixels, test.images.pixels);
    EXPECT_FALSE(std::ranges::equal(data.train.images.image(0), test.images.image(0)));
}

} // namespace
} // namespace digitlab
