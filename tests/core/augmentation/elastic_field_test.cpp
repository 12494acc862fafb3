// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/elastic_field.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

TEST(ElasticField, StaysWithinItsLimitAndUsesIt) {
    float most = 0;
    for (std::uint64_t key = 0; key < 300; ++key) {
        Random random{key};
        for (const float value : elasticField(2, random)) {
            most = std::max(most, std::abs(value));
        }
    }
    EXPECT_LE(most, 2);
    EXPECT_GT(most, 1.2);
}

TEST(ElasticField, IsSmooth) {
    Random random{1};
    const PixelField field = elasticField(2, random);
    for (std::size_t i = 0; i + 1 < field.size(); ++i) {
        if ((i + 1) % kDigitSide != 0) {
            EXPECT_LT(std::abs(field[i + 1] - field[i]), 0.5F);
        }
        if (i + kDigitSide < field.size()) {
            EXPECT_LT(std::abs(field[i + kDigitSide] - field[i]), 0.5F);
        }
    }
    EXPECT_NE(field.front(), field.back());
}

} // namespace
} // namespace digitlab
