// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/stroke_width.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr std::size_t kSide = kDigitSide;
constexpr std::size_t kStride = 32; // a row with paper on both sides

/// The image with paper around it.
using Sheet = std::array<std::uint8_t, (kSide + 2) * kStride>;

Sheet sheetOf(const DigitImage& image) {
    Sheet sheet{};
    for (std::size_t y = 0; y < kSide; ++y) {
        std::copy_n(&image[y * kSide], kSide, &sheet[(y + 1) * kStride + 1]);
    }
    return sheet;
}

/// `pick(pick(…))` of each pixel and its four neighbours.
template <typename Pick>
DigitImage morphed(const Sheet& sheet, Pick pick) {
    DigitImage result;
    for (std::size_t y = 0; y < kSide; ++y) {
        const std::uint8_t* row = &sheet[(y + 1) * kStride + 1];
        for (std::size_t x = 0; x < kSide; ++x) {
            const std::uint8_t* pixel = row + x;
            result[y * kSide + x] = pick(pick(pick(pixel[-1], pixel[1]), pixel[0]),
                                         pick(*(pixel - kStride), *(pixel + kStride)));
        }
    }
    return result;
}

std::uint8_t lighter(std::uint8_t a, std::uint8_t b) {
    return a < b ? a : b;
}
std::uint8_t darker(std::uint8_t a, std::uint8_t b) {
    return a < b ? b : a;
}

} // namespace

DigitImage withStrokeWidth(const DigitImage& image, double pixels) {
    const Sheet sheet = sheetOf(image);
    const DigitImage full = pixels > 0 ? morphed(sheet, darker) : morphed(sheet, lighter);
    // Both edges of a stroke move. In 256ths, so that it is a matter of whole numbers.
    const int share = static_cast<int>(std::lround(256 * std::min(1.0, std::abs(pixels) / 2)));
    DigitImage result;
    for (std::size_t i = 0; i < image.size(); ++i) {
        result[i] = static_cast<std::uint8_t>((image[i] * (256 - share) + full[i] * share) >> 8U);
    }
    return result;
}

} // namespace digitlab
