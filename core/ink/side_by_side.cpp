// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/side_by_side.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr double kDigitHeight = 0.55; ///< of the whole, that a group of its own has at least

struct Box {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;

    [[nodiscard]] double height() const { return bottom - top; }
    void add(const Box& other) {
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
    }
};

/// The boxes of the strokes, from left to right. Places that are not finite are left out.
std::vector<Box> boxesOf(const Ink& ink) {
    std::vector<Box> boxes;
    for (const Stroke& stroke : ink) {
        bool begun = false;
        for (const Point& point : stroke) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
                continue;
            }
            const Box place{point.x, point.x, point.y, point.y};
            if (begun) {
                boxes.back().add(place);
            } else {
                boxes.push_back(place);
                begun = true;
            }
        }
    }
    std::ranges::sort(boxes, {}, &Box::left);
    return boxes;
}

} // namespace

bool standSideBySide(const Ink& ink) {
    std::vector<Box> groups;
    for (const Box& box : boxesOf(ink)) {
        if (groups.empty() || box.left > groups.back().right) {
            groups.push_back(box);
        } else {
            groups.back().add(box);
        }
    }
    if (groups.size() < 2) {
        return false;
    }
    Box whole = groups.front();
    for (const Box& group : groups) {
        whole.add(group);
    }
    return std::ranges::all_of(groups, [&](const Box& group) {
        return group.height() > 0 && group.height() >= kDigitHeight * whole.height();
    });
}

} // namespace digitlab
