// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/deform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace digitlab {
namespace {

constexpr std::uint64_t kCount = 300;

/// Where the ink of an image is: its centre of mass from the middle, in pixels.
struct Place {
    double x = 0;
    double y = 0;
};

/// An image with a dot of 2×2 pixels, `right` and `down` of the middle.
DigitImage dotAt(int right, int down) {
    DigitImage image{};
    for (const int y : {13 + down, 14 + down}) {
        for (const int x : {13 + right, 14 + right}) {
            image[static_cast<std::size_t>(y * kDigitSide + x)] = 200;
        }
    }
    return image;
}

Place placeOf(const DigitImage& image) {
    double ink = 0;
    Place sum;
    for (int i = 0; i < kDigitSide * kDigitSide; ++i) {
        const double grey = image[static_cast<std::size_t>(i)];
        ink += grey;
        sum.x += grey * (i % kDigitSide - 13.5);
        sum.y += grey * (i / kDigitSide - 13.5);
    }
    return {sum.x / ink, sum.y / ink};
}

DigitImage deformedBy(const DigitImage& image, const Augmentation& limits, std::uint64_t key) {
    Random random{key};
    return deformed(image, limits, random);
}

std::vector<Place> places(const Augmentation& limits, const DigitImage& image) {
    std::vector<Place> found;
    for (std::uint64_t key = 0; key < kCount; ++key) {
        found.push_back(placeOf(deformedBy(image, limits, key)));
    }
    return found;
}

/// Expects that `measure` fills the range from -limit to limit.
template <class Measure>
void expectFills(const std::vector<Place>& found, double limit, Measure measure) {
    double low = 0;
    double high = 0;
    for (const Place& place : found) {
        low = std::min(low, measure(place));
        high = std::max(high, measure(place));
    }
    EXPECT_NEAR(low, -limit, 0.08 * limit);
    EXPECT_NEAR(high, limit, 0.08 * limit);
}

TEST(Deform, LeavesEverythingWhereNothingIsAsked) {
    EXPECT_EQ(deformedBy(dotAt(3, 2), {}, 1), dotAt(3, 2));
}

TEST(Deform, ShiftsInBothDirections) {
    const auto found = places({.shift = 3}, dotAt(0, 0));
    expectFills(found, 3, [](Place place) { return place.x; });
    expectFills(found, 3, [](Place place) { return place.y; });
}

TEST(Deform, RotatesAboutTheMiddle) {
    expectFills(places({.rotation = 20}, dotAt(9, 0)), 20, [](Place place) {
        EXPECT_NEAR(std::hypot(place.x, place.y), 9, 0.2);
        return std::atan2(place.y, place.x) * 180 / std::numbers::pi;
    });
}

TEST(Deform, ScalesAboutTheMiddle) {
    expectFills(places({.scale = 20}, dotAt(8, 4)), 20, [](Place place) {
        EXPECT_NEAR(place.y / place.x, 0.5, 0.05);
        return (place.x / 8 - 1) * 100;
    });
}

TEST(Deform, SlantsLevelLinesIntoThemselves) {
    expectFills(places({.shear = 20}, dotAt(0, 9)), 20, [](Place place) {
        EXPECT_NEAR(place.y, 9, 0.1);
        return std::atan2(place.x, place.y) * 180 / std::numbers::pi;
    });
}

TEST(Deform, BendsEachPartAnotherWayAndNoneTooFar) {
    double farthest = 0;
    double parted = 0;
    for (std::uint64_t key = 0; key < kCount; ++key) {
        const Augmentation limits{.elastic = 3};
        const Place left = placeOf(deformedBy(dotAt(-8, 0), limits, key));
        const Place right = placeOf(deformedBy(dotAt(8, 0), limits, key));
        for (const double moved : {left.x + 8, left.y, right.x - 8, right.y}) {
            farthest = std::max(farthest, std::abs(moved));
        }
        parted += std::abs(left.y - right.y) / kCount;
    }
    EXPECT_LT(farthest, 3.5); // the limit, and what the dot itself is bent
    EXPECT_GT(farthest, 1.5);
    EXPECT_GT(parted, 0.5);
}

TEST(Deform, ChangesThePenButNotThePlace) {
    double least = 1e9;
    double most = 0;
    for (std::uint64_t key = 0; key < kCount; ++key) {
        const DigitImage changed = deformedBy(dotAt(4, 4), {.strokeWidth = 1}, key);
        EXPECT_NEAR(placeOf(changed).x, 4, 0.1);
        const auto dark = static_cast<double>(
            std::ranges::count_if(changed, [](std::uint8_t grey) { return grey > 50; }));
        least = std::min(least, dark);
        most = std::max(most, dark);
    }
    EXPECT_LE(least, 4);
    EXPECT_GE(most, 12);
}

TEST(Deform, KeepsTheInkAsBright) {
    const Augmentation limits{
        .rotation = 10, .shift = 2, .scale = 10, .shear = 10, .elastic = 3, .strokeWidth = 1};
    for (std::uint64_t key = 0; key < kCount; ++key) {
        EXPECT_EQ(std::ranges::max(deformedBy(dotAt(3, -3), limits, key)), 200);
    }
    EXPECT_EQ(deformedBy({}, limits, 1), DigitImage{}); // no ink, no brightest pixel
}

TEST(Deform, PushesInkOverTheEdgeWithoutAFault) {
    for (std::uint64_t key = 0; key < kCount; ++key) {
        const DigitImage image = deformedBy(
            dotAt(13, 13),
            {.rotation = 45, .shift = 8, .scale = 50, .shear = 45, .elastic = 6, .strokeWidth = 2},
            key);
        EXPECT_LE(std::ranges::max(image), 200);
    }
}

TEST(Deform, FollowsItsRandomNumbers) {
    const Augmentation limits{.rotation = 10, .shift = 2, .elastic = 2, .strokeWidth = 1};
    EXPECT_EQ(deformedBy(dotAt(5, 3), limits, 1), deformedBy(dotAt(5, 3), limits, 1));
    EXPECT_NE(deformedBy(dotAt(5, 3), limits, 1), deformedBy(dotAt(5, 3), limits, 2));
}

} // namespace
} // namespace digitlab
