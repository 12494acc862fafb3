// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/centring.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr double kCentre = kDigitSide / 2.0; // measured: 14, not 13.5, counting pixels from 0

/// Where the ink lies along one axis.
struct Extent {
    int first = kBoxSide;
    int last = -1;
    double moment = 0; ///< sum of grey × position

    void add(int position, int grey) {
        first = std::min(first, position);
        last = std::max(last, position);
        moment += grey * position;
    }

    [[nodiscard]] int shift(double mass) const {
        const auto wanted = static_cast<int>(std::lround(kCentre - moment / mass));
        return std::clamp(wanted, -first, kDigitSide - 1 - last);
    }
};

std::size_t at(int row, int column, int side) {
    return static_cast<std::size_t>(row * side + column);
}

} // namespace

DigitImage centred(std::span<const float, kBoxSide * kBoxSide> box) {
    DigitImage image{};
    const float brightest = *std::ranges::max_element(box);
    if (!(brightest > 0))
        return image;

    std::array<int, kBoxSide * kBoxSide> grey{};
    Extent across;
    Extent down;
    double mass = 0;
    for (int row = 0; row < kBoxSide; ++row) {
        for (int column = 0; column < kBoxSide; ++column) {
            const auto index = at(row, column, kBoxSide);
            grey[index] = static_cast<int>(std::lround(255 * (box[index] / brightest)));
            if (grey[index] == 0)
                continue;
            across.add(column, grey[index]);
            down.add(row, grey[index]);
            mass += grey[index];
        }
    }

    const int right = across.shift(mass);
    const int below = down.shift(mass);
    for (int row = down.first; row <= down.last; ++row)
        for (int column = across.first; column <= across.last; ++column)
            image[at(row + below, column + right, kDigitSide)] =
                static_cast<std::uint8_t>(grey[at(row, column, kBoxSide)]);
    return image;
}

} // namespace digitlab
