// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/pixel_map.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

/// How much of one pixel of the source falls on one pixel of the square.
struct Share {
    int target;
    double part;
};

/// Where a side of `length` begins in a square of `side`: in the middle, but a whole number of
/// pixels on the pixel grid, so that a digit which has its size already stays as sharp as it was.
double offsetOf(double length, int side) {
    const double whole = std::ceil(length - 1e-6);
    return std::floor((side - whole) / 2) + (whole - length) / 2;
}

/// The shares of `count` source pixels along one axis.
std::vector<std::vector<Share>> sharesOf(int count, double scale, int side) {
    const double offset = offsetOf(count * scale, side);
    std::vector<std::vector<Share>> result(static_cast<std::size_t>(count));
    for (int pixel = 0; pixel < count; ++pixel) {
        const double from = offset + pixel * scale;
        const double to = offset + (pixel + 1) * scale;
        const int first = std::max(0, static_cast<int>(std::floor(from)));
        const int last = std::min(side - 1, static_cast<int>(std::ceil(to)) - 1);
        for (int target = first; target <= last; ++target) {
            const double part = std::min(to, target + 1.0) - std::max(from, double(target));
            if (part > 1e-9)
                result[static_cast<std::size_t>(pixel)].push_back({target, part});
        }
    }
    return result;
}

} // namespace

PixelMap reduced(const GreyImage& image, const Region& region, int factor) {
    PixelMap map((region.width() + factor - 1) / factor, (region.height() + factor - 1) / factor);
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(map.width));
    for (int row = 0; row < map.height; ++row) {
        std::ranges::fill(sums, std::uint64_t{0});
        const int top = region.top + row * factor;
        const int bottom = std::min(top + factor, region.bottom);
        for (int y = top; y < bottom; ++y) {
            const auto* const pixels =
                image.pixels.data() +
                static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width);
            for (int column = 0; column < map.width; ++column) {
                const int left = region.left + column * factor;
                const int right = std::min(left + factor, region.right);
                for (int x = left; x < right; ++x)
                    sums[static_cast<std::size_t>(column)] += pixels[x];
            }
        }
        for (int column = 0; column < map.width; ++column) {
            const int left = region.left + column * factor;
            const int area = (std::min(left + factor, region.right) - left) * (bottom - top);
            map.values[map.index(column, row)] =
                static_cast<float>(sums[static_cast<std::size_t>(column)]) /
                static_cast<float>(area);
        }
    }
    return map;
}

PixelMap fitted(const PixelMap& map, const Region& region, int side) {
    const double scale = double(side) / region.longerSide();
    const auto across = sharesOf(region.width(), scale, side);
    const auto down = sharesOf(region.height(), scale, side);
    PixelMap square(side, side);
    std::vector<double> line(static_cast<std::size_t>(side));
    for (int y = 0; y < region.height(); ++y) {
        std::ranges::fill(line, 0.0);
        for (int x = 0; x < region.width(); ++x)
            for (const auto& share : across[static_cast<std::size_t>(x)])
                line[static_cast<std::size_t>(share.target)] +=
                    share.part * double(map.at(region.left + x, region.top + y));
        for (const auto& share : down[static_cast<std::size_t>(y)])
            for (int x = 0; x < side; ++x)
                square.values[square.index(x, share.target)] +=
                    static_cast<float>(share.part * line[static_cast<std::size_t>(x)]);
    }
    return square;
}

} // namespace digitlab
