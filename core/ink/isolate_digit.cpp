// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink_map.h"

#include <algorithm>

namespace digitlab {
namespace {

constexpr double kFaint = 0.04;        // of full ink; fainter is halo, not edge
constexpr double kSmallestPart = 0.03; // of the main part's ink; smaller is dust
// A stroke beside the main part, in shares of its longer side.
constexpr double kNear = 0.25;
constexpr double kLonger = 1.5;

/// Ink that hangs together.
struct Part {
    std::vector<std::size_t> pixels;
    Region region;
    double ink = 0;
    double darkest = 0;
    std::array<int, 4> contact{}; ///< pixels on the left, right, top and bottom border

    [[nodiscard]] bool atBorder() const { return std::ranges::max(contact) > 0; }
};

/// The distance between two regions along the axis in which they are farther apart.
int gapBetween(const Region& a, const Region& b) {
    return std::max({a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom, 0});
}

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
        part.contact[0] += x == 0 ? 1 : 0;
        part.contact[1] += x == m_ink.width - 1 ? 1 : 0;
        part.contact[2] += y == 0 ? 1 : 0;
        part.contact[3] += y == m_ink.height - 1 ? 1 : 0;
        auto& region = part.region;
        region = {std::min(region.left, x), std::min(region.top, y), std::max(region.right, x + 1),
                  std::max(region.bottom, y + 1)};
    }

    const PixelMap& m_ink;
    std::vector<bool> m_seen;
};

/// True for a table's edge or a shadow: it covers half of one side of the picture.
bool isFrame(const Part& part, const PixelMap& ink) {
    return 2 * std::max(part.contact[0], part.contact[1]) >= ink.height ||
           2 * std::max(part.contact[2], part.contact[3]) >= ink.width;
}

/// The part with the most ink; no frame where there is anything else of note.
const Part& mainPart(const std::vector<Part>& parts, const PixelMap& ink) {
    const auto& largest = *std::ranges::max_element(parts, {}, &Part::ink);
    if (!isFrame(largest, ink))
        return largest;
    const Part* best = nullptr;
    for (const auto& part : parts)
        if (!isFrame(part, ink) && (!best || part.ink > best->ink))
            best = &part;
    return best && best->ink >= kSmallestPart * largest.ink ? *best : largest;
}

bool belongsTo(const Part& main, const Part& part, const PixelMap& ink) {
    if (part.ink < kSmallestPart * main.ink || part.darkest < 0.5)
        return false; // dust
    if (!part.atBorder() || main.atBorder())
        return true;
    if (isFrame(part, ink))
        return false;
    // It reaches in over the border, or is a stroke of a digit that only just fits.
    return gapBetween(main.region, part.region) <= kNear * main.region.longerSide() &&
           part.region.longerSide() <= kLonger * main.region.longerSide();
}

} // namespace

Region inkRegion(const PixelMap& ink) {
    Region region{ink.width, ink.height, 0, 0};
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            if (double(ink.at(x, y)) > kFaint)
                region = {std::min(region.left, x), std::min(region.top, y),
                          std::max(region.right, x + 1), std::max(region.bottom, y + 1)};
    return region;
}

Region isolateDigit(PixelMap& ink) {
    const auto parts = PartFinder(ink).find();
    if (parts.empty())
        return {};
    const auto& main = mainPart(parts, ink);
    std::vector<float> kept(ink.values.size());
    auto digit = main.region;
    for (const auto& part : parts) {
        if (&part != &main && !belongsTo(main, part, ink))
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
