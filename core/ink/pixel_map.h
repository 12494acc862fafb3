// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <cstddef>
#include <vector>

namespace digitlab {

/// A picture as numbers, row by row.
struct PixelMap {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    PixelMap() = default;
    PixelMap(int w, int h)
        : width(w)
        , height(h)
        , values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}

    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
    [[nodiscard]] float at(int x, int y) const { return values[index(x, y)]; }
};

/// The pixels from left to right-1 and from top to bottom-1.
struct Region {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] int longerSide() const { return width() > height() ? width() : height(); }
    [[nodiscard]] bool empty() const { return width() <= 0 || height() <= 0; }
};

/// A region of a picture, each `factor`×`factor` pixels averaged to one.
PixelMap reduced(const GreyImage& image, const Region& region, int factor);

/// A region of a map, scaled by area averaging into the middle of a square of `side` that its
/// longer side fills.
PixelMap fitted(const PixelMap& map, const Region& region, int side);

} // namespace digitlab
