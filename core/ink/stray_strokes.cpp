// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/stray_strokes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace digitlab {
namespace {

// In shares of the longer side of the largest stroke.
constexpr double kDot = 0.08;         // a stroke that is no larger is a dot
constexpr double kFar = 0.25;         // from all other ink; a dot that is nearer belongs to it
constexpr std::size_t kMostDots = 16; // slips are few: more than that is how somebody draws

/// The longer side of what a stroke covers; nothing has none.
double sizeOf(const Stroke& stroke) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Point least{kInfinity, kInfinity};
    Point most{-kInfinity, -kInfinity};
    for (const auto& point : stroke) {
        if (!isPlace(point))
            continue;
        least.x = std::min(least.x, point.x);
        least.y = std::min(least.y, point.y);
        most.x = std::max(most.x, point.x);
        most.y = std::max(most.y, point.y);
    }
    return least.x > most.x ? 0 : std::max(most.x - least.x, most.y - least.y);
}

/// The distance in shares of `unit`: squares of the coordinates could overflow.
double distanceToLine(const Point& point, const Point& a, const Point& b, double unit) {
    const double x = (b.x - a.x) / unit;
    const double y = (b.y - a.y) / unit;
    const double pointX = (point.x - a.x) / unit;
    const double pointY = (point.y - a.y) / unit;
    const double square = x * x + y * y;
    const double along = square > 0 ? std::clamp((pointX * x + pointY * y) / square, 0.0, 1.0) : 0;
    return std::hypot(pointX - along * x, pointY - along * y);
}

/// True where a stroke comes near to a dot.
bool isNear(const Stroke& dot, const Stroke& stroke, double largest) {
    const auto place = std::ranges::find_if(dot, isPlace);
    if (place == dot.end())
        return false;
    const Point* last = nullptr;
    for (const auto& next : stroke) {
        if (!isPlace(next))
            continue;
        if (distanceToLine(*place, last ? *last : next, next, largest) < kFar)
            return true;
        last = &next;
    }
    return false;
}

} // namespace

bool isPlace(const Point& point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

std::vector<bool> strayStrokes(const Ink& ink) {
    std::vector<double> sizes(ink.size());
    std::ranges::transform(ink, sizes.begin(), sizeOf);
    const double largest = sizes.empty() ? 0 : *std::ranges::max_element(sizes);
    if (!(largest > 0) || !std::isfinite(largest))
        return {};

    std::vector<std::size_t> dots; // of which it is not known yet whether they are near other ink
    std::vector<std::size_t> digit;
    for (std::size_t i = 0; i < ink.size(); ++i)
        (sizes[i] <= kDot * largest ? dots : digit).push_back(i);
    if (dots.empty() || dots.size() > kMostDots)
        return {};

    // A dot that is near belongs to the digit, and so does one that is near to that.
    for (std::size_t grown = 0; grown < digit.size(); ++grown) {
        const auto met = std::partition(dots.begin(), dots.end(), [&](std::size_t dot) {
            return !isNear(ink[dot], ink[digit[grown]], largest);
        });
        digit.insert(digit.end(), met, dots.end());
        dots.erase(met, dots.end());
    }

    std::vector<bool> stray(dots.empty() ? 0 : ink.size());
    for (const auto dot : dots)
        stray[dot] = true;
    return stray;
}

} // namespace digitlab
