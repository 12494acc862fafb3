// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/augmenter.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace digitlab {
namespace {

constexpr int kCount = 300;

/// Where the ink of an image is: its centre of mass from the middle, in pixels.
struct Place {
    double x = 0;
    double y = 0;
};

/// Images with a dot of 2×2 pixels, `right` and `down` of the middle.
at::Tensor dots(int right, int down) {
    at::Tensor images = at::zeros({kCount, 1, 28, 28}, at::kByte);
    images.narrow(2, 13 + down, 2).narrow(3, 13 + right, 2).fill_(200);
    return images;
}

std::vector<Place> augmented(const Augmentation& limits, const at::Tensor& images,
                             std::int64_t seed = 1) {
    const at::Tensor changed = Augmenter(limits, seed).apply(images).to(at::kDouble);
    const at::Tensor axis = at::arange(28, at::kDouble) - 13.5;
    const at::Tensor ink = changed.sum({1, 2, 3});
    const at::Tensor x = (changed.sum({1, 2}) * axis).sum(1) / ink;
    const at::Tensor y = (changed.sum({1, 3}) * axis).sum(1) / ink;
    std::vector<Place> places;
    for (int i = 0; i < kCount; ++i) {
        places.push_back({x[i].item<double>(), y[i].item<double>()});
    }
    return places;
}

/// Expects that `measure` fills the range from -limit to limit.
template <class Measure>
void expectFills(const std::vector<Place>& places, double limit, Measure measure) {
    double low = 0;
    double high = 0;
    for (const Place& place : places) {
        low = std::min(low, measure(place));
        high = std::max(high, measure(place));
    }
    EXPECT_NEAR(low, -limit, 0.08 * limit);
    EXPECT_NEAR(high, limit, 0.08 * limit);
}

TEST(Augmenter, LeavesEverythingWhereNothingIsAsked) {
    const at::Tensor images = dots(3, 2);
    EXPECT_TRUE(at::equal(Augmenter({}, 1).apply(images), images));
}

TEST(Augmenter, ShiftsInBothDirections) {
    const auto places = augmented({.shift = 3}, dots(0, 0));
    expectFills(places, 3, [](Place place) { return place.x; });
    expectFills(places, 3, [](Place place) { return place.y; });
}

TEST(Augmenter, RotatesAboutTheMiddle) {
    expectFills(augmented({.rotation = 20}, dots(9, 0)), 20, [](Place place) {
        EXPECT_NEAR(std::hypot(place.x, place.y), 9, 0.2);
        return std::atan2(place.y, place.x) * 180 / std::numbers::pi;
    });
}

TEST(Augmenter, ScalesAboutTheMiddle) {
    expectFills(augmented({.scale = 20}, dots(8, 4)), 20, [](Place place) {
        EXPECT_NEAR(place.y / place.x, 0.5, 0.05);
        return (place.x / 8 - 1) * 100;
    });
}

TEST(Augmenter, SlantsLevelLinesIntoThemselves) {
    expectFills(augmented({.shear = 20}, dots(0, 9)), 20, [](Place place) {
        EXPECT_NEAR(place.y, 9, 0.1);
        return std::atan2(place.x, place.y) * 180 / std::numbers::pi;
    });
}

TEST(Augmenter, DrawsAnewEachTimeAndFollowsItsSeed) {
    const Augmentation limits{.rotation = 10, .shift = 2, .scale = 10, .shear = 10};
    const at::Tensor images = dots(5, 3);
    Augmenter one(limits, 1);
    Augmenter same(limits, 1);
    const at::Tensor first = one.apply(images);
    EXPECT_TRUE(at::equal(first, same.apply(images)));
    EXPECT_FALSE(at::equal(first, one.apply(images)));
    EXPECT_FALSE(at::equal(first, Augmenter(limits, 2).apply(images)));
}

} // namespace
} // namespace digitlab
