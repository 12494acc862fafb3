// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink_map.h"

#include <algorithm>

namespace digitlab {
namespace {

constexpr double kFaint = 0.04;        // of full ink; fainter is halo, not edge
constexpr double kSmallestPart = 0.03; // of the largest part's ink; smaller is dust

/// Ink that hangs together.
struct Part {
    std::vector<std::size_t> pixels;
    Region region;
    double ink = 0;
    double darkest = 0;
    bool atBorder = false;
};

/// Finds the parts of a map, each grown over all neighbours that are not faint.
class PartFinder {
public:
    explicit PartFinder(const PixelMap& ink)
        : m_ink(ink)
        , m_seen(ink.values.size()) {}

    std::vector<Part> find() {
        std::vector<Part> parts;
        for (int y = 0; y < m_ink.height; ++y)
            for (int x = 0; x < m_ink.width; ++x)
                if (isNew(x, y))
                    parts.push_back(grow(x, y));
        return parts;
    }

private:
    [[nodiscard]] bool isNew(int x, int y) const {
        return x >= 0 && y >= 0 && x < m_ink.width && y < m_ink.height &&
               !m_seen[m_ink.index(x, y)] && double(m_ink.at(x, y)) > kFaint;
    }

    Part grow(int firstX, int firstY) {
        Part part;
        part.region = {firstX, firstY, firstX + 1, firstY + 1};
        std::vector<std::pair<int, int>> open{{firstX, firstY}};
        m_seen[m_ink.index(firstX, firstY)] = true;
        while (!open.empty()) {
            const auto [x, y] = open.back();
            open.pop_back();
            take(part, x, y);
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    if (!isNew(x + dx, y + dy))
                        continue;
                    m_seen[m_ink.index(x + dx, y + dy)] = true;
                    open.emplace_back(x + dx, y + dy);
                }
            }
        }
        return part;
    }

    void take(Part& part, int x, int y) const {
        const auto index = m_ink.index(x, y);
        part.pixels.push_back(index);
        part.ink += double(m_ink.values[index]);
        part.darkest = std::max(part.darkest, double(m_ink.values[index]));
        part.atBorder |= x == 0 || y == 0 || x == m_ink.width - 1 || y == m_ink.height - 1;
        auto& region = part.region;
        region = {std::min(region.left, x), std::min(region.top, y), std::max(region.right, x + 1),
                  std::max(region.bottom, y + 1)};
    }

    const PixelMap& m_ink;
    std::vector<bool> m_seen;
};

} // namespace

Region isolateDigit(PixelMap& ink) {
    const auto parts = PartFinder(ink).find();
    Region digit;
    if (parts.empty())
        return digit;
    const auto& largest = *std::ranges::max_element(parts, {}, &Part::ink);
    std::vector<float> kept(ink.values.size());
    digit = largest.region;
    for (const auto& part : parts) {
        const bool isDust = part.ink < kSmallestPart * largest.ink || part.darkest < 0.5;
        const bool reachesIn = part.atBorder && !largest.atBorder;
        if (&part != &largest && (isDust || reachesIn))
            continue;
        for (const auto pixel : part.pixels)
            kept[pixel] = ink.values[pixel];
        digit = {std::min(digit.left, part.region.left), std::min(digit.top, part.region.top),
                 std::max(digit.right, part.region.right),
                 std::max(digit.bottom, part.region.bottom)};
    }
    ink.values = std::move(kept);
    return digit;
}

} // namespace digitlab
