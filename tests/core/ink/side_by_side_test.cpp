// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/side_by_side.h"

#include "core/synthesis/drawing.h"

#include <gtest/gtest.h>

#include <limits>

namespace digitlab {
namespace {

/// A digit so far to the right of where it was drawn.
Ink moved(Ink ink, double right) {
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            point.x += right;
        }
    }
    return ink;
}

TEST(SideBySide, TwoDigitsApartStandSo) {
    int found = 0;
    for (std::uint64_t key = 0; key < 100; ++key) {
        Random random{key};
        Ink ink = drawDigit(static_cast<int>(random.below(10)), random);
        for (const Stroke& stroke :
             moved(drawDigit(static_cast<int>(random.below(10)), random), 400)) {
            ink.push_back(stroke);
        }
        found += standSideBySide(ink) ? 1 : 0;
    }
    EXPECT_GE(found, 80); // some people draw a digit in pieces
}

TEST(SideBySide, OneStrokeDoesNot) {
    EXPECT_FALSE(standSideBySide({}));
    EXPECT_FALSE(standSideBySide({{{0, 0}, {10, 100}, {90, 0}}}));
}

TEST(SideBySide, WhatOverlapsOrIsSmallDoesNot) {
    const Stroke stem{{50, 0}, {50, 100}};
    EXPECT_TRUE(standSideBySide({stem, {{10, 20}, {10, 100}}}));
    EXPECT_FALSE(standSideBySide({stem, {{10, 20}, {10, 100}, {60, 100}}}));
    EXPECT_FALSE(standSideBySide({stem, {{45, 20}, {45, 100}}})) << "a pen's width away";
    EXPECT_FALSE(standSideBySide({stem, {{10, 55}, {10, 100}}}));
    EXPECT_FALSE(standSideBySide({stem, {{10, 50}}})); // a dot beside a 1
    EXPECT_FALSE(standSideBySide({{{0, 0}}, {{50, 0}}})) << "two dots";
    EXPECT_FALSE(standSideBySide({{{0, 0}, {20, 0}}, {{50, 0}, {90, 0}}})) << "a broken line";
}

TEST(SideBySide, PlacesThatAreNotFiniteAreLeftOut) {
    const double no = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(standSideBySide({{{no, 0}, {50, 0}, {50, 100}}, {{10, 0}, {10, 100}}, {{no, no}}}));
}

} // namespace
} // namespace digitlab
