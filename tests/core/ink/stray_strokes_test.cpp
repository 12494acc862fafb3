// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/digit_image.h"
#include "core/ink/stray_strokes.h"

#include <gmock/gmock.h>
#include <limits>

using namespace digitlab;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const Stroke kSeven{{0, 0}, {60, 0}, {30, 100}};
const Stroke kBar{{25, 50}, {50, 50}};

Ink sevenAnd(const Stroke& stroke) {
    return {kSeven, stroke};
}

TEST(StrayStrokes, ADotFarFromTheDigitIsOne) {
    for (const Stroke& dot : {Stroke{{160, 90}}, Stroke{{-80, 50}, {-78, 53}}})
        EXPECT_THAT(strayStrokes(sevenAnd(dot)), ElementsAre(false, true));
    EXPECT_THAT(strayStrokes({{{200, 50}}, kSeven, {{220, 50}}}), ElementsAre(true, false, true));
}

TEST(StrayStrokes, WhatIsNearOrLongBelongsToTheDigit) {
    EXPECT_THAT(strayStrokes({kSeven}), IsEmpty());
    EXPECT_THAT(strayStrokes({kSeven, kBar}), IsEmpty());
    EXPECT_THAT(strayStrokes(sevenAnd({{60, 50}})), IsEmpty()); // near the middle of a line
    EXPECT_THAT(strayStrokes(sevenAnd({{160, 90}, {160, 99}})), IsEmpty()); // a stroke of its own
    // Each dot is near to the last: a line of dots that goes on from the pen's.
    EXPECT_THAT(strayStrokes({kSeven, {{30, 120}}, {{35, 140}}, {{40, 160}}}), IsEmpty());
}

TEST(StrayStrokes, DotsAloneAreADrawing) {
    EXPECT_THAT(strayStrokes({}), IsEmpty());
    EXPECT_THAT(strayStrokes({{{3, 4}}}), IsEmpty());
    EXPECT_THAT(strayStrokes({{{0, 0}}, {{50, 0}}, {{100, 0}}}), IsEmpty());
    Ink dotted{kSeven};
    for (int i = 0; i < 17; ++i)
        dotted.push_back({{200.0 + 50 * i, 0}});
    EXPECT_THAT(strayStrokes(dotted), IsEmpty());
}

TEST(StrayStrokes, DependOnNoUnit) {
    for (const double unit : {1e-300, 1e-3, 1e6, 1e300}) {
        Ink ink = sevenAnd({{160, 90}});
        for (auto& stroke : ink)
            for (auto& point : stroke)
                point = {point.x * unit, point.y * unit};
        EXPECT_THAT(strayStrokes(ink), ElementsAre(false, true)) << unit;
    }
}

TEST(StrayStrokes, LeaveOutPlacesThatAreNone) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(strayStrokes({kSeven, {{kNaN, 5}}, {}}), ElementsAre(false, true, true));
}

TEST(StrayStrokes, ChangeNothingInTheImage) {
    EXPECT_EQ(renderInk(sevenAnd({{300, 300}})), renderInk({kSeven}));
    EXPECT_NE(renderInk(sevenAnd({{30, 115}})), renderInk({kSeven}));
}

} // namespace
