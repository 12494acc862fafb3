// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/drawing.h"

#include "core/ink/digit_image.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace digitlab {
namespace {

void expectUsable(const Ink& ink) {
    ASSERT_FALSE(ink.empty());
    std::size_t points = 0;
    for (const Stroke& stroke : ink) {
        ASSERT_FALSE(stroke.empty());
        points += stroke.size();
        for (const Point& point : stroke) {
            ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
            ASSERT_LT(std::hypot(point.x, point.y), 1000);
        }
    }
    ASSERT_LT(points, 1000U);
    ASSERT_FALSE(isEmpty(renderInk(ink)));
}

TEST(Drawing, OfDigitsIsUsableAndNeverTheSame) {
    std::set<DigitImage> images;
    for (std::uint64_t key = 0; key < 2000; ++key) {
        Random random{key};
        const Ink ink = drawDigit(static_cast<int>(key % 10), random);
        expectUsable(ink);
        images.insert(renderInk(ink));
    }
    EXPECT_GT(images.size(), 1950U); // plain ones may coincide
}

TEST(Drawing, OfNonDigitsIsUsableAndOfManyKinds) {
    std::set<DigitImage> images;
    std::set<std::size_t> strokes;
    for (std::uint64_t key = 0; key < 2000; ++key) {
        Random random{key};
        const Ink ink = drawNonDigit(random);
        expectUsable(ink);
        images.insert(renderInk(ink));
        strokes.insert(ink.size());
    }
    EXPECT_GT(images.size(), 1800U); // single dots are all the same
    EXPECT_GE(strokes.size(), 4U);
}

TEST(Drawing, FollowsItsRandomNumbers) {
    Random one{3};
    Random same{3};
    EXPECT_EQ(drawDigit(8, one), drawDigit(8, same));
    EXPECT_EQ(drawNonDigit(one), drawNonDigit(same));
    EXPECT_NE(drawDigit(8, one), drawDigit(8, one));
}

} // namespace
} // namespace digitlab
