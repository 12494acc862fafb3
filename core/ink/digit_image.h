// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/idx.h"
#include "core/ink/ink.h"

#include <array>
#include <cstdint>

namespace digitlab {

/// Width and height of an MNIST image.
inline constexpr int kDigitSide = 28;

/// What the network sees: 28×28, row by row, 0 = paper, 255 = ink.
using DigitImage = std::array<std::uint8_t, kDigitSide * kDigitSide>;

/// A grey picture of any size from a file, row by row, 0 = black.
struct GreyImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// Draws ink the way MNIST's images were made (LeCun et al. 1998, and measured): longer side 20
/// pixels with the aspect kept, a pen of 13 % of the longer side whatever pen drew it,
/// anti-aliased, the centre of mass moved by whole pixels to (14, 14). No ink gives an empty image.
DigitImage renderInk(const Ink& ink);

/// Brings a picture of one digit to the same form: dark on light or light on dark (the border
/// tells), uneven light, noise and dust taken out, cropped to its ink, longer side 20, a pen much
/// thinner than MNIST's thickened, brightest pixel 255, centre of mass on (14, 14). A picture
/// without contrast gives an empty image. Throws Error where the pixels do not fit the size.
DigitImage normaliseImage(const GreyImage& image);

/// True where nothing is drawn.
bool isEmpty(const DigitImage& image);

/// True where no more is drawn than a dot, or nothing: much less ink than any digit has.
bool isDot(const DigitImage& image);

/// The same for each of a set: 28×28 sets are taken as they are.
ImageSet toDigitImages(ImageSet images);

} // namespace digitlab
