// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/fine_raster.h"

#include <algorithm>
#include <bit>
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
}

void FineRaster::fill(int row, const Span& span) {
    const Lines columns(span.left, span.right, kColumnsPerPixel);
    if (columns.first > columns.last)
        return;
    const int first = columns.first - kFirst * kColumnsPerPixel;
    const int last = columns.last - kFirst * kColumnsPerPixel;
    m_firstRow = std::min(m_firstRow, row);
    m_lastRow = std::max(m_lastRow, row);
    auto* const words = &m_words[static_cast<std::size_t>(row * kDigitSide)];
    const int firstWord = first / kColumnsPerPixel;
    const int lastWord = last / kColumnsPerPixel;
    for (int word = firstWord; word <= lastWord; ++word) {
        unsigned bits = 0xffff;
        if (word == firstWord)
            bits &= 0xffffU << (first % kColumnsPerPixel);
        if (word == lastWord)
            bits &= 0xffffU >> (kColumnsPerPixel - 1 - last % kColumnsPerPixel);
        words[word] = static_cast<std::uint16_t>(words[word] | bits);
    }
}

Coverage FineRaster::coverage() const {
    Coverage coverage{};
    for (int row = m_firstRow; row <= m_lastRow; ++row) {
        const auto* const words = &m_words[static_cast<std::size_t>(row * kDigitSide)];
        auto* const pixels = &coverage[static_cast<std::size_t>(row / kRowsPerPixel * kDigitSide)];
        for (int column = 0; column < kDigitSide; ++column)
            if (words[column] != 0)
                pixels[column] += static_cast<float>(std::popcount(words[column]));
    }
    return coverage;
}

} // namespace digitlab
