// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/centring.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr double kCentre = kDigitSide / 2.0; // measured: 14, not 13.5, counting pixels from 0

/// Where the ink lies along one axis, counted from the box in the middle.
struct Extent {
    int first = kDigitSide;
    int last = -kDigitSide;
    double moment = 0; ///< sum of grey × position

    void add(int position, int grey) {
        first = std::min(first, position);
        last = std::max(last, position);
        moment += grey * position;
    }

    /// Where the box must begin.
    [[nodiscard]] int begin(double mass) const {
        const auto wanted = static_cast<int>(std::lround(kCentre - moment / mass));
        return std::clamp(wanted, -first, kDigitSide - 1 - last);
    }
};

std::size_t at(int row, int column) {
    return static_cast<std::size_t>(row * kDigitSide + column);
}

} // namespace

DigitImage greyOf(const Coverage& coverage, float full) {
    DigitImage image{};
    if (!(full > 0))
        return image;
    std::ranges::transform(coverage, image.begin(), [full](float ink) {
        return ink > 0 ? static_cast<std::uint8_t>(std::lround(255 * (ink / full)))
                       : std::uint8_t{0};
    });
    return image;
}

DigitImage brightened(const Coverage& coverage) {
    return greyOf(coverage, *std::ranges::max_element(coverage));
}

DigitImage centred(const DigitImage& image) {
    Extent across;
    Extent down;
    double mass = 0;
    for (int row = 0; row < kDigitSide; ++row) {
        for (int column = 0; column < kDigitSide; ++column) {
            const int grey = image[at(row, column)];
            if (grey == 0)
                continue;
            across.add(column - kBoxMargin, grey);
            down.add(row - kBoxMargin, grey);
            mass += grey;
        }
    }
    if (mass == 0)
        return image;

    DigitImage moved{};
    const int right = across.begin(mass);
    const int below = down.begin(mass);
    for (int row = down.first; row <= down.last; ++row)
        for (int column = across.first; column <= across.last; ++column)
            moved[at(row + below, column + right)] =
                image[at(row + kBoxMargin, column + kBoxMargin)];
    return moved;
}

} // namespace digitlab
