// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/hand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

Ink drawnBy(const Hand& hand, const char* glyph) {
    Random random{1};
    return draw(parseGlyph(glyph), hand, random);
}

TEST(Hand, ThatErrsInNothingPassesEachWaypoint) {
    const Ink ink = drawnBy({}, "30,0 0,50! 60,100 | 10,60 50,60");
    ASSERT_EQ(ink.size(), 2U);
    for (const Point& wanted : {Point{0, -50}, {-30, 0}, {30, 50}}) {
        const auto isThere = [&wanted](const Point& point) {
            return std::hypot(point.x - wanted.x, point.y - wanted.y) < 1e-9;
        };
        EXPECT_TRUE(std::ranges::any_of(ink[0], isThere)) << wanted.x << "," << wanted.y;
    }
    EXPECT_EQ(ink[1].front().x, -20);
    EXPECT_EQ(ink[1].back().x, 20);
}

TEST(Hand, IsRoundBetweenWaypointsAndSharpAtCorners) {
    // How far the pen goes beyond the turn of a right angle.
    const auto beyond = [](const char* glyph) {
        double most = 0;
        const Ink ink = drawnBy({}, glyph);
        for (const Point& point : ink.front()) {
            most = std::max(most, point.x - 30);
        }
        return most;
    };
    EXPECT_NEAR(beyond("0,0 60,0! 60,60"), 0, 1e-9);
    EXPECT_GT(beyond("0,0 60,0 60,60"), 1);
}

TEST(Hand, SlantsTheTopToTheRight) {
    const Ink ink = drawnBy({.slant = 0.3}, "30,0 30,100");
    EXPECT_NEAR(ink[0].front().x - ink[0].back().x, 30, 1e-9);
}

TEST(Hand, WritesWideOrNarrow) {
    const Ink ink = drawnBy({.width = 0.5}, "0,50 60,50");
    EXPECT_NEAR(ink[0].back().x - ink[0].front().x, 30, 1e-9);
}

TEST(Hand, MovesTheWaist) {
    // Above 0 the lower half grows: what was in the middle moves up.
    EXPECT_LT(drawnBy({.topHeavy = 0.4}, "0,50 60,50")[0][0].y, -5);
    EXPECT_GT(drawnBy({.topHeavy = -0.4}, "0,50 60,50")[0][0].y, 5);
}

TEST(Hand, IsAnotherEachTime) {
    Random random{1};
    const Hand one = Hand::random(random);
    const Hand other = Hand::random(random);
    EXPECT_NE(one.slant, other.slant);
    EXPECT_NE(one.width, other.width);
}

} // namespace
} // namespace digitlab
