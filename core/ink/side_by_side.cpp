// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/side_by_side.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

// Of the height of the whole. Of 21,876 real digits 20 are taken for two so, ten of them zeros that
// may be two indeed; of pairs of them, a tenth to half of their height apart, 97 % are found.
constexpr double kDigitHeight = 0.5; ///< that a group of its own has at least
constexpr double kPaper = 0.1;       ///< between two groups, at least

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
    const std::vector<Box> boxes = boxesOf(ink);
    Box whole = boxes.empty() ? Box{} : boxes.front();
    for (const Box& box : boxes) {
        whole.add(box);
    }
    std::vector<Box> groups;
    for (const Box& box : boxes) {
        if (groups.empty() || box.left - groups.back().right > kPaper * whole.height()) {
            groups.push_back(box);
        } else {
            groups.back().add(box);
        }
    }
    return groups.size() > 1 && whole.height() > 0 &&
           std::ranges::all_of(groups, [&](const Box& group) {
               return group.height() >= kDigitHeight * whole.height();
           });
}

} // namespace digitlab
