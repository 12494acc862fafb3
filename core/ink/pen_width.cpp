// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/pen_width.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

// Shares of the digit's longer side.
constexpr double kThin = 0.1;
constexpr double kUsual = 0.115;
constexpr float kSoftEdge =
    0.25F; // ink paler than this is blur, ink darker than 1 less this is full
// A digit of about the final size is left alone: MNIST's own thin ones are part of what it is.
constexpr int kFinalSide = 24;
constexpr int kSide = 80; // of the map in which a digit is thickened

/// Spreads ink over a disc of a radius that need not be whole.
class Disc {
public:
    explicit Disc(double radius)
        : m_reach(static_cast<int>(std::ceil(radius))) {
        for (int y = -m_reach; y <= m_reach; ++y) {
            for (int x = -m_reach; x <= m_reach; ++x) {
                const double weight = std::min(1.0, radius + 1 - std::hypot(x, y));
                if (weight > 0)
                    m_cells.push_back({x, y, static_cast<float>(weight)});
            }
        }
    }

    [[nodiscard]] int reach() const { return m_reach; }

    /// The darkest ink under the disc, for each place of a map that is larger by its reach.
    [[nodiscard]] PixelMap spread(const PixelMap& ink) const {
        PixelMap result(ink.width + 2 * m_reach, ink.height + 2 * m_reach);
        for (int y = 0; y < ink.height; ++y) {
            for (int x = 0; x < ink.width; ++x) {
                const float value = ink.at(x, y);
                if (value == 0)
                    continue;
                for (const auto& cell : m_cells) {
                    auto& target =
                        result.values[result.index(x + m_reach + cell.x, y + m_reach + cell.y)];
                    target = std::max(target, cell.weight * value);
                }
            }
        }
        return result;
    }

private:
    struct Cell {
        int x;
        int y;
        float weight;
    };

    int m_reach;
    std::vector<Cell> m_cells;
};

/// Makes the better half of the ink as dark as ink can be, and its edges crisper.
void deepen(PixelMap& ink) {
    std::vector<float> dark;
    for (const float value : ink.values)
        if (value > 0.2F)
            dark.push_back(value);
    if (dark.empty())
        return;
    const auto middle = dark.begin() + static_cast<std::ptrdiff_t>(dark.size() / 2);
    std::ranges::nth_element(dark, middle);
    const float full = *middle;
    for (float& value : ink.values)
        value = std::clamp((value / full - kSoftEdge) / (1 - 2 * kSoftEdge), 0.F, 1.F);
}

} // namespace

double penWidth(const PixelMap& ink, const Region& region) {
    const auto value = [&](int x, int y) {
        const bool inside =
            x >= region.left && y >= region.top && x < region.right && y < region.bottom;
        return inside ? double(ink.at(x, y)) : 0.0;
    };
    // A line of length l and width w has the area l·w and, seen as a landscape, slopes of 2·l in
    // all, however soft its edges are.
    double area = 0;
    double slopes = 0;
    for (int y = region.top - 1; y < region.bottom; ++y) {
        for (int x = region.left - 1; x < region.right; ++x) {
            area += value(x, y);
            // Over the diagonals of 2×2 pixels, which favours no direction.
            const double a = value(x + 1, y + 1) - value(x, y);
            const double b = value(x + 1, y) - value(x, y + 1);
            slopes += std::hypot(a, b) / std::sqrt(2.0);
        }
    }
    return slopes > 0 ? 2 * area / slopes : 0;
}

std::optional<PixelMap> withUsualPen(const PixelMap& ink, const Region& digit) {
    if (digit.longerSide() <= kFinalSide)
        return std::nullopt;
    const double width = penWidth(ink, digit) / digit.longerSide();
    // The pen grows by twice the radius, and so does the digit that must fit into the same side.
    const double radius = width < kThin ? (kUsual - width) * kSide / 2 / (1 - width) : 0;
    const Disc disc(radius);
    auto square = fitted(ink, digit, kSide - 2 * disc.reach());
    deepen(square);
    return disc.spread(square);
}

} // namespace digitlab
