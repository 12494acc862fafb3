// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/ink/centring.h"
#include "core/ink/ink_map.h"
#include "core/ink/pen_width.h"

#include <algorithm>

namespace digitlab {
namespace {

constexpr int kWorkingSide = 400; // enough to tell ink from paper, and little to go through
constexpr int kFineEnough = 100;  // longer side of a digit that keeps its edges when reduced to 20

void checkSize(const GreyImage& image) {
    if (image.width < 1 || image.height < 1)
        throw Error(Message(DIGITLAB_TEXT("core", "A picture of %1×%2 pixels cannot be read as a "
                                                  "digit: at least one pixel was expected."),
                            {std::int64_t{image.width}, std::int64_t{image.height}}));
    const auto expected =
        static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.height);
    if (image.pixels.size() != expected)
        throw Error(Message(
            DIGITLAB_TEXT("core", "A picture cannot be read as a digit: it has %1 pixels, but "
                                  "%2×%3 = %4 were expected."),
            {static_cast<std::int64_t>(image.pixels.size()), std::int64_t{image.width},
             std::int64_t{image.height}, static_cast<std::int64_t>(expected)}));
}

/// The part of the picture that a region of its reduced map came from, with paper around it.
Region inPicture(const Region& region, const Region& shown, int factor, const GreyImage& image) {
    const int margin = region.longerSide() / 2 + 1;
    return {std::max(0, shown.left + (region.left - margin) * factor),
            std::max(0, shown.top + (region.top - margin) * factor),
            std::min(image.width, shown.left + (region.right + margin) * factor),
            std::min(image.height, shown.top + (region.bottom + margin) * factor)};
}

Coverage inTheMiddle(const PixelMap& box) {
    Coverage coverage{};
    for (int row = 0; row < kBoxSide; ++row)
        for (int column = 0; column < kBoxSide; ++column)
            coverage[static_cast<std::size_t>((row + kBoxMargin) * kDigitSide + column +
                                              kBoxMargin)] = box.at(column, row);
    return coverage;
}

DigitImage inMnistForm(const PixelMap& ink, const Region& digit) {
    const auto redrawn = withUsualPen(ink, digit);
    const auto region = redrawn ? inkRegion(*redrawn) : Region{};
    // Of a line that is hardly there nothing may be left once it is redrawn.
    const auto box =
        region.empty() ? fitted(ink, digit, kBoxSide) : fitted(*redrawn, region, kBoxSide);
    return centred(brightened(inTheMiddle(box)));
}

} // namespace

DigitImage normaliseImage(const GreyImage& image) {
    checkSize(image);
    // A large picture is looked at from afar first; a digit that is small in it, again from nearby.
    Region shown{0, 0, image.width, image.height};
    for (;;) {
        const int factor = (shown.longerSide() + kWorkingSide - 1) / kWorkingSide;
        auto ink = inkOf(reduced(image, shown, factor));
        const auto digit = isolateDigit(ink);
        if (digit.empty())
            return {};
        const auto nearby = inPicture(digit, shown, factor, image);
        if (factor == 1 || digit.longerSide() >= kFineEnough ||
            nearby.longerSide() >= shown.longerSide())
            return inMnistForm(ink, digit);
        shown = nearby;
    }
}

} // namespace digitlab
