// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/centring.h"
#include "core/ink/digit_image.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace digitlab {
namespace {

constexpr double kPen = 0.13 * kBoxSide; // width in pixels
constexpr double kRadius = kPen / 2;
constexpr int kRowsPerPixel = 8;
constexpr int kColumnsPerPixel = 16;
constexpr int kRows = kBoxSide * kRowsPerPixel;
constexpr double kSmallestMove = 0.05; // in pixels; nobody sees less

struct Place {
    double x = 0;
    double y = 0;
};

bool isPlace(const Point& point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// How the person's units become pixels of the 20×20 box.
struct Frame {
    double scale = 0; ///< stays 0 for a dot
    double centreX = 0;
    double centreY = 0;
    bool empty = true;

    explicit Frame(const Ink& ink) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        double left = kInfinity;
        double right = -kInfinity;
        double top = kInfinity;
        double bottom = -kInfinity;
        for (const auto& stroke : ink) {
            for (const auto& point : stroke) {
                if (!isPlace(point))
                    continue;
                left = std::min(left, point.x);
                right = std::max(right, point.x);
                top = std::min(top, point.y);
                bottom = std::max(bottom, point.y);
            }
        }
        empty = left > right;
        if (empty)
            return;
        // Halves first: a difference of the largest numbers would overflow.
        const double half = std::max(right / 2 - left / 2, bottom / 2 - top / 2);
        const double wanted = (kBoxSide - kPen) / 2;
        if (std::isnormal(half) && std::isfinite(wanted / half))
            scale = wanted / half;
        centreX = left / 2 + right / 2;
        centreY = top / 2 + bottom / 2;
    }

    [[nodiscard]] Place place(const Point& point) const {
        if (scale == 0)
            return {kBoxSide / 2.0, kBoxSide / 2.0};
        return {(point.x - centreX) * scale + kBoxSide / 2.0,
                (point.y - centreY) * scale + kBoxSide / 2.0};
    }
};

/// The box in black and white, finer than pixels: sixteen columns of a pixel in a word.
class FineBox {
public:
    /// The area that a round pen covers from `a` to `b`.
    void addSegment(Place a, Place b) {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        // From the middle line to the pen's edge.
        const double offsetX = length > 0 ? (b.y - a.y) / length * kRadius : 0;
        const double offsetY = length > 0 ? (a.x - b.x) / length * kRadius : 0;
        const double top = std::min(a.y, b.y) - kRadius;
        const double bottom = std::max(a.y, b.y) + kRadius;
        const int first = std::max(0, static_cast<int>(std::ceil(top * kRowsPerPixel - 0.5)));
        const int last =
            std::min(kRows - 1, static_cast<int>(std::floor(bottom * kRowsPerPixel - 0.5)));
        for (int row = first; row <= last; ++row) {
            const double y = (row + 0.5) / kRowsPerPixel;
            Span span;
            span.addCircle(a, y);
            span.addCircle(b, y);
            span.addEdge({a.x + offsetX, a.y + offsetY}, {b.x + offsetX, b.y + offsetY}, y);
            span.addEdge({a.x - offsetX, a.y - offsetY}, {b.x - offsetX, b.y - offsetY}, y);
            fill(row, span);
        }
    }

    [[nodiscard]] InkBox coverage() const {
        InkBox box{};
        for (std::size_t row = 0; row < kRows; ++row)
            for (std::size_t column = 0; column < kBoxSide; ++column)
                box[row / kRowsPerPixel * kBoxSide + column] +=
                    static_cast<float>(std::popcount(m_words[row * kBoxSide + column]));
        return box;
    }

private:
    /// What a convex shape covers of one row.
    struct Span {
        double left = kBoxSide;
        double right = 0;

        void add(double from, double to) {
            left = std::min(left, from);
            right = std::max(right, to);
        }
        void addCircle(Place centre, double y) {
            const double square = kRadius * kRadius - (y - centre.y) * (y - centre.y);
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

    void fill(int row, const Span& span) {
        const int first =
            std::max(0, static_cast<int>(std::ceil(span.left * kColumnsPerPixel - 0.5)));
        const int last =
            std::min(kBoxSide * kColumnsPerPixel - 1,
                     static_cast<int>(std::floor(span.right * kColumnsPerPixel - 0.5)));
        if (first > last)
            return;
        auto* const words = &m_words[static_cast<std::size_t>(row * kBoxSide)];
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

    std::array<std::uint16_t, kRows * kBoxSide> m_words{};
};

void addStroke(FineBox& box, const Frame& frame, const Stroke& stroke) {
    bool begun = false;
    Place last;    // up to where the pen was drawn
    Place skipped; // where it is
    for (const auto& point : stroke) {
        if (!isPlace(point))
            continue;
        const auto place = frame.place(point);
        skipped = place;
        if (begun && std::hypot(place.x - last.x, place.y - last.y) < kSmallestMove)
            continue;
        box.addSegment(begun ? last : place, place);
        last = place;
        begun = true;
    }
    if (begun)
        box.addSegment(last, skipped);
}

} // namespace

DigitImage renderInk(const Ink& ink) {
    const Frame frame(ink);
    if (frame.empty)
        return {};
    FineBox box;
    for (const auto& stroke : ink)
        addStroke(box, frame, stroke);
    return centred(box.coverage());
}

} // namespace digitlab
