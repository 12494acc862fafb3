// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/pixel_map.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

/// How much of one pixel of the source falls on one pixel of the box.
struct Share {
    std::size_t box;
    double part;
};

/// The shares of `count` source pixels, scaled and moved along one axis.
std::vector<std::vector<Share>> sharesOf(int count, double scale, double offset) {
    std::vector<std::vector<Share>> result(static_cast<std::size_t>(count));
    for (int pixel = 0; pixel < count; ++pixel) {
        const double from = offset + pixel * scale;
        const double to = offset + (pixel + 1) * scale;
        const int first = std::max(0, static_cast<int>(std::floor(from)));
        const int last = std::min(kBoxSide - 1, static_cast<int>(std::ceil(to)) - 1);
        for (int box = first; box <= last; ++box) {
            const double part = std::min(to, box + 1.0) - std::max(from, double(box));
            if (part > 1e-9)
                result[static_cast<std::size_t>(pixel)].push_back(
                    {static_cast<std::size_t>(box), part});
        }
    }
    return result;
}

/// Where a side of `length` box pixels begins: in the middle, but a whole number of pixels on the
/// pixel grid, so that a digit which has its size already stays as sharp as it was.
double offsetOf(double length) {
    const double whole = std::ceil(length - 1e-6);
    return std::floor((kBoxSide - whole) / 2) + (whole - length) / 2;
}

} // namespace

PixelMap reduced(const GreyImage& image, const Region& region, int factor) {
    PixelMap map;
    map.width = (region.width() + factor - 1) / factor;
    map.height = (region.height() + factor - 1) / factor;
    map.values.reserve(static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height));
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
            map.values.push_back(static_cast<float>(sums[static_cast<std::size_t>(column)]) /
                                 static_cast<float>(area));
        }
    }
    return map;
}

InkBox toInkBox(const PixelMap& map, const Region& region) {
    const double scale = double(kBoxSide) / region.longerSide();
    const auto across = sharesOf(region.width(), scale, offsetOf(region.width() * scale));
    const auto down = sharesOf(region.height(), scale, offsetOf(region.height() * scale));
    InkBox box{};
    for (int y = 0; y < region.height(); ++y) {
        std::array<double, kBoxSide> line{};
        for (int x = 0; x < region.width(); ++x)
            for (const auto& share : across[static_cast<std::size_t>(x)])
                line[share.box] += share.part * double(map.at(region.left + x, region.top + y));
        for (const auto& share : down[static_cast<std::size_t>(y)])
            for (std::size_t column = 0; column < kBoxSide; ++column)
                box[share.box * kBoxSide + column] += share.part * line[column];
    }
    return box;
}

} // namespace digitlab
