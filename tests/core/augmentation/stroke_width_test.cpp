// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/stroke_width.h"

#include <gtest/gtest.h>

namespace digitlab {
namespace {

/// An upright stroke, four pixels wide.
DigitImage stroke() {
    DigitImage image{};
    for (std::size_t y = 4; y < 24; ++y) {
        for (std::size_t x = 12; x < 16; ++x) {
            image[y * kDigitSide + x] = 255;
        }
    }
    return image;
}

/// Its width in the middle, in pixels of full ink.
double widthOf(const DigitImage& image) {
    double sum = 0;
    for (std::size_t x = 0; x < kDigitSide; ++x) {
        sum += image[14 * kDigitSide + x] / 255.0;
    }
    return sum;
}

TEST(StrokeWidth, GrowsAndShrinksBySoMuch) {
    for (const double pixels : {-2.0, -1.0, -0.3, 0.0, 0.5, 1.0, 2.0}) {
        EXPECT_NEAR(widthOf(withStrokeWidth(stroke(), pixels)), 4 + pixels, 0.03) << pixels;
    }
}

TEST(StrokeWidth, OfNothingAskedIsTheSame) {
    EXPECT_EQ(withStrokeWidth(stroke(), 0), stroke());
}

TEST(StrokeWidth, GrowsUpToTheEdge) {
    DigitImage image{};
    image.front() = image.back() = 100;
    const DigitImage grown = withStrokeWidth(image, 2);
    EXPECT_EQ(grown[1], 100);
    EXPECT_EQ(grown[kDigitSide], 100);
    EXPECT_EQ(grown[kDigitSide - 1], 0); // nothing wraps round
    EXPECT_EQ(grown[kDigitSide * kDigitSide - 2], 100);
}

} // namespace
} // namespace digitlab
