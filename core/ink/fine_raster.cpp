// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/fine_raster.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr int kFirst = -kBoxMargin;           // the image's first row and column of pixels
constexpr int kEnd = kDigitSide - kBoxMargin; // behind its last

// For numbers that fit an int, which is all there are here; several times as fast as the general
// functions, and this is where drawing ink spends its time.
int roundedUp(double x) {
    const int whole = static_cast<int>(x);
    return whole + (x > whole ? 1 : 0);
}
int roundedDown(double x) {
    const int whole = static_cast<int>(x);
    return whole - (x < whole ? 1 : 0);
}

/// The first and the last fine line whose middle lies between two places, `fineness` to a pixel.
struct Lines {
    int first;
    int last;

    Lines(double from, double to, int fineness)
        : first(std::max(kFirst * fineness, roundedUp(from * fineness - 0.5)))
        , last(std::min(kEnd * fineness - 1, roundedDown(to * fineness - 0.5))) {}
};

} // namespace

/// What a convex shape covers of one row.
struct FineRaster::Span {
    double left = kEnd;
    double right = kFirst;

    void add(double from, double to) {
        left = std::min(left, from);
        right = std::max(right, to);
    }
    void addCircle(Place centre, double radius, double y) {
        const double square = radius * radius - (y - centre.y) * (y - centre.y);
        if (square < 0)
            return;
        const double half = std::sqrt(square);
        add(centre.x - half, centre.x + half);
    }
    void addEdge(Place a, Place b, double y) {
        if ((a.y < y) == (b.y < y))
            return;
        const double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
        add(x, x);
    }
};

void FineRaster::addSegment(Place a, Place b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    // From the middle line to the pen's edge.
    const double offsetX = length > 0 ? (b.y - a.y) / length * m_radius : 0;
    const double offsetY = length > 0 ? (a.x - b.x) / length * m_radius : 0;
    const Lines rows(std::min(a.y, b.y) - m_radius, std::max(a.y, b.y) + m_radius, kRowsPerPixel);
    for (int row = rows.first; row <= rows.last; ++row) {
        const double y = (row + 0.5) / kRowsPerPixel;
        Span span;
        span.addCircle(a, m_radius, y);
        span.addCircle(b, m_radius, y);
        span.addEdge({a.x + offsetX, a.y + offsetY}, {b.x + offsetX, b.y + offsetY}, y);
        span.addEdge({a.x - offsetX, a.y - offsetY}, {b.x - offsetX, b.y - offsetY}, y);
        fill(row - kFirst * kRowsPerPixel, span);
    }
    m_firstRow = std::min(m_firstRow, rows.first - kFirst * kRowsPerPixel);
    m_lastRow = std::max(m_lastRow, rows.last - kFirst * kRowsPerPixel);
}

void FineRaster::fill(int row, const Span& span) {
    const Lines columns(span.left, span.right, kColumnsPerPixel);
    if (columns.first > columns.last)
        return;
    const int first = columns.first - kFirst * kColumnsPerPixel;
    const int last = columns.last - kFirst * kColumnsPerPixel;
    constexpr int kBits = 64;
    constexpr std::uint64_t kAll = ~std::uint64_t{0};
    Row& words = m_rows[static_cast<std::size_t>(row)];
    const auto firstWord = static_cast<std::size_t>(first / kBits);
    const auto lastWord = static_cast<std::size_t>(last / kBits);
    const std::uint64_t head = kAll << (first % kBits);
    const std::uint64_t tail = kAll >> (kBits - 1 - last % kBits);
    if (firstWord == lastWord) {
        words[firstWord] |= head & tail;
        return;
    }
    words[firstWord] |= head;
    for (std::size_t word = firstWord + 1; word < lastWord; ++word)
        words[word] = kAll;
    words[lastWord] |= tail;
}

namespace {

/// How many bits are set of each sixteen.
std::uint64_t bitsOfSixteens(std::uint64_t word) {
    const std::uint64_t twos = word - ((word >> 1U) & 0x5555'5555'5555'5555U);
    const std::uint64_t fours =
        (twos & 0x3333'3333'3333'3333U) + ((twos >> 2U) & 0x3333'3333'3333'3333U);
    const std::uint64_t eights = (fours + (fours >> 4U)) & 0x0f0f'0f0f'0f0f'0f0fU;
    return (eights + (eights >> 8U)) & 0x00ff'00ff'00ff'00ffU;
}

} // namespace

Coverage FineRaster::coverage() const {
    Coverage coverage{};
    const int end = (m_lastRow + kRowsPerPixel) / kRowsPerPixel; // of the pixels with ink
    for (int pixelRow = m_firstRow / kRowsPerPixel; pixelRow < end; ++pixelRow) {
        Row counts{}; // of four pixels each, side by side
        for (int i = 0; i < kRowsPerPixel; ++i) {
            const Row& row = m_rows[static_cast<std::size_t>(pixelRow * kRowsPerPixel + i)];
            for (std::size_t word = 0; word < kWords; ++word)
                counts[word] += bitsOfSixteens(row[word]);
        }
        auto* const pixels = &coverage[static_cast<std::size_t>(pixelRow * kDigitSide)];
        for (std::size_t column = 0; column < kDigitSide; ++column)
            pixels[column] = static_cast<float>(counts[column / kPixelsPerWord] >>
                                                    column % kPixelsPerWord * kColumnsPerPixel &
                                                0xffffU);
    }
    return coverage;
}

} // namespace digitlab
