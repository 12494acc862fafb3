// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/centring.h"

namespace digitlab {

/// A place in pixels, counted from the top left corner of the box of 20×20 in the middle of an
/// image; the image goes from (-4, -4) to (24, 24).
struct Place {
    double x = 0;
    double y = 0;
};

/// An image of 28×28 in black and white, finer than pixels.
class FineRaster {
public:
    /// `pen` is the width of the round pen in pixels.
    explicit FineRaster(double pen)
        : m_radius(pen / 2) {}

    /// Inks the area that the pen covers from `a` to `b`; what is outside the image is left out.
    void addSegment(Place a, Place b);

    /// From 0 to kFullInk.
    [[nodiscard]] Coverage coverage() const;

    static constexpr int kRowsPerPixel = 8;
    static constexpr int kColumnsPerPixel = 16;
    static constexpr float kFullInk = kRowsPerPixel * kColumnsPerPixel;

private:
    struct Span;
    void fill(int row, const Span& span);

    static constexpr int kRows = kDigitSide * kRowsPerPixel;
    /// A row's fine columns, four pixels to a word, the leftmost in the lowest bits.
    static constexpr int kPixelsPerWord = 4;
    static constexpr int kWords = kDigitSide / kPixelsPerWord;
    using Row = std::array<std::uint64_t, kWords>;

    double m_radius;
    int m_firstRow = kRows; ///< with ink
    int m_lastRow = -1;
    std::array<Row, kRows> m_rows{};
};

} // namespace digitlab
