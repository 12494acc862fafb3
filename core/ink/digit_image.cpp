// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/digit_image.h"

#include <algorithm>
#include <numeric>

namespace digitlab {

bool isEmpty(const DigitImage& image) {
    return std::ranges::all_of(image, [](std::uint8_t grey) { return grey == 0; });
}

bool isDot(const DigitImage& image) {
    constexpr int kPixels = 12; // a dot of the usual pen covers 5, the shortest 1 some 40
    return std::accumulate(image.begin(), image.end(), 0) < kPixels * 255;
}

ImageSet toDigitImages(ImageSet images) {
    if (images.side == kDigitSide)
        return images;
    ImageSet result;
    result.side = kDigitSide;
    result.pixels.reserve(images.count() * result.imageBytes());
    for (std::size_t index = 0; index < images.count(); ++index) {
        const auto pixels = images.image(index);
        const auto digit =
            normaliseImage({images.side, images.side, {pixels.begin(), pixels.end()}});
        result.pixels.insert(result.pixels.end(), digit.begin(), digit.end());
    }
    return result;
}

} // namespace digitlab
