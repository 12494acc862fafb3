// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <algorithm>
#include <span>

namespace digitlab {

/// What can be measured on a 28×28.
struct Measured {
    int left = kDigitSide;
    int top = kDigitSide;
    int right = -1; ///< last column with ink
    int bottom = -1;
    int brightest = 0;
    double mass = 0; ///< sum of grey
    double centreX = 0;
    double centreY = 0;

    [[nodiscard]] int width() const { return right - left + 1; }
    [[nodiscard]] int height() const { return bottom - top + 1; }
    [[nodiscard]] int longerSide() const { return std::max(width(), height()); }
};

inline Measured measure(std::span<const std::uint8_t> image) {
    Measured result;
    for (int y = 0; y < kDigitSide; ++y) {
        for (int x = 0; x < kDigitSide; ++x) {
            const int grey = image[static_cast<std::size_t>(y * kDigitSide + x)];
            if (grey == 0)
                continue;
            result.left = std::min(result.left, x);
            result.right = std::max(result.right, x);
            result.top = std::min(result.top, y);
            result.bottom = std::max(result.bottom, y);
            result.brightest = std::max(result.brightest, grey);
            result.mass += grey;
            result.centreX += grey * x;
            result.centreY += grey * y;
        }
    }
    result.centreX /= result.mass;
    result.centreY /= result.mass;
    return result;
}

} // namespace digitlab
