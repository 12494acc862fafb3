// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/digit_image.h"
#include "tests/core/ink/measure.h"

#include <cmath>
#include <gmock/gmock.h>
#include <limits>
#include <numbers>

using namespace digitlab;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Ink line(double x1, double y1, double x2, double y2) {
    return {{{x1, y1}, {x2, y2}}};
}

/// A 7 with a bar, its top left at (x, y).
Ink seven(double x, double y, double size) {
    return {{{x, y}, {x + 0.7 * size, y}, {x + 0.3 * size, y + size}},
            {{x + 0.2 * size, y + size / 2}, {x + 0.6 * size, y + size / 2}}};
}

Ink circle(int points) {
    Stroke stroke;
    for (int i = 0; i <= points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        stroke.push_back({100 * std::cos(angle), 100 * std::sin(angle)});
    }
    return {stroke};
}

int greyAt(const DigitImage& image, int x, int y) {
    return image[static_cast<std::size_t>(y * kDigitSide + x)];
}

int largestDifference(const DigitImage& a, const DigitImage& b) {
    int largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(int{a[i]} - int{b[i]}));
    return largest;
}

TEST(RenderInk, LongerSideIs20AndCentreOfMassOn14) {
    for (const auto& ink : {seven(0, 0, 300), circle(60), line(0, 0, 100, 30), line(5, 0, 5, 9)}) {
        const auto digit = measure(renderInk(ink));
        EXPECT_EQ(digit.longerSide(), 20);
        EXPECT_EQ(digit.brightest, 255);
        EXPECT_NEAR(digit.centreX, 14, 0.5);
        EXPECT_NEAR(digit.centreY, 14, 0.5);
    }
}

TEST(RenderInk, DoesNotMindWhereAndHowLargeOneDraws) {
    const auto image = renderInk(seven(0, 0, 1));
    EXPECT_LE(largestDifference(image, renderInk(seven(-4000, 7000, 1))), 1);
    EXPECT_LE(largestDifference(image, renderInk(seven(3, 5, 0.01))), 1);
    EXPECT_LE(largestDifference(image, renderInk(seven(12, 500, 2000))), 1);
}

TEST(RenderInk, PenIs13PerCentOfTheLongerSide) {
    const auto image = renderInk(line(0, 0, 0, 100));
    // 2.6 pixels of ink in a row through the middle.
    int row = 0;
    for (int x = 0; x < kDigitSide; ++x)
        row += greyAt(image, x, 14);
    EXPECT_NEAR(row / 255.0, 2.6, 0.15);
    EXPECT_NEAR(measure(image).mass / 255, 2.6 * 17.4 + std::numbers::pi * 1.3 * 1.3, 1);
}

TEST(RenderInk, CoverageIsTheAreaUnderThePen) {
    // A diagonal: 24.6 long with round ends, in a box of 20×20.
    const double length = std::numbers::sqrt2 * 17.4;
    const auto digit = measure(renderInk(line(0, 0, 50, 50)));
    EXPECT_NEAR(digit.mass / 255, 2.6 * length + std::numbers::pi * 1.3 * 1.3, 1);
    // A ring: circumference of the middle line × pen.
    EXPECT_NEAR(measure(renderInk(circle(200))).mass / 255, std::numbers::pi * 17.4 * 2.6, 2);
}

TEST(RenderInk, RingIsSymmetricAndHollow) {
    const auto image = renderInk(circle(360));
    EXPECT_EQ(greyAt(image, 14, 14), 0);
    const auto digit = measure(image);
    EXPECT_EQ(digit.width(), 20);
    EXPECT_EQ(digit.height(), 20);
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x)
            EXPECT_NEAR(greyAt(image, digit.left + x, digit.top + y),
                        greyAt(image, digit.right - x, digit.top + y), 8);
}

TEST(RenderInk, MorePointsOnTheSameLineChangeNothing) {
    Stroke dense;
    for (int i = 0; i <= 5000; ++i)
        dense.push_back({i * 0.02, i * 0.03});
    EXPECT_LE(largestDifference(renderInk({dense}), renderInk(line(0, 0, 100, 150))), 6);
}

TEST(RenderInk, DirectionAndOrderOfStrokesChangeNothing) {
    auto ink = seven(0, 0, 100);
    const auto image = renderInk(ink);
    std::ranges::reverse(ink);
    for (auto& stroke : ink)
        std::ranges::reverse(stroke);
    EXPECT_LE(largestDifference(image, renderInk(ink)), 2);
}

TEST(RenderInk, ADotIsAPenSizedDotInTheMiddle) {
    for (const Ink& ink : {Ink{{{300, 400}}}, Ink{{{3, 4}, {3, 4}, {3, 4}}},
                           Ink{{{3, 4}}, {{3, 4}}}, Ink{{{1e300, -1e300}}}}) {
        const auto image = renderInk(ink);
        const auto digit = measure(image);
        EXPECT_NEAR(digit.mass / 255, std::numbers::pi * 1.3 * 1.3, 0.6);
        EXPECT_LE(digit.longerSide(), 4);
        EXPECT_EQ(digit.brightest, 255);
        EXPECT_NEAR(digit.centreX, 14, 0.5);
        EXPECT_NEAR(digit.centreY, 14, 0.5);
    }
}

TEST(RenderInk, NoInkGivesAnEmptyImage) {
    EXPECT_TRUE(isEmpty(renderInk({})));
    EXPECT_TRUE(isEmpty(renderInk({{}, {}})));
    EXPECT_TRUE(isEmpty(renderInk({{{kNaN, 3}, {2, kInfinity}}})));
    EXPECT_FALSE(isEmpty(renderInk({{{1, 1}}})));
}

TEST(RenderInk, LeavesOutPlacesThatAreNone) {
    auto ink = seven(0, 0, 100);
    const auto image = renderInk(ink);
    ink[0].insert(ink[0].begin() + 1, {{kNaN, 10}, {10, -kInfinity}});
    ink.push_back({});
    EXPECT_EQ(renderInk(ink), image);
}

TEST(RenderInk, SurvivesHugeAndTinyCoordinates) {
    constexpr double kHuge = std::numeric_limits<double>::max();
    EXPECT_EQ(measure(renderInk(line(-kHuge, -kHuge, kHuge, kHuge))).longerSide(), 20);
    EXPECT_EQ(measure(renderInk(line(0, 0, kHuge, 0))).width(), 20);
    EXPECT_FALSE(isEmpty(renderInk(line(0, 0, 5e-324, 5e-324))));
    EXPECT_FALSE(isEmpty(renderInk(line(0, 0, 1e-300, 1e-305))));
}

TEST(RenderInk, KeepsAllInkInTheImageHoweverUnbalanced) {
    // A heavy scribble at one end of a thin line pulls the centre of mass to the edge.
    for (const bool mirrored : {false, true}) {
        Stroke scribble{{mirrored ? -1000.0 : 1000.0, 0}};
        for (int row = 0; row < 20; ++row)
            for (int column = 0; column < 20; ++column)
                scribble.push_back({column * (mirrored ? -10.0 : 10.0), row * 10.0});
        const auto digit = measure(renderInk({scribble}));
        EXPECT_EQ(digit.width(), 20);
        EXPECT_EQ(digit.brightest, 255);
        EXPECT_TRUE(mirrored ? digit.right == 27 || std::abs(digit.centreX - 14) <= 0.5
                             : digit.left == 0 || std::abs(digit.centreX - 14) <= 0.5);
    }
}

} // namespace
