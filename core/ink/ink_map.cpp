// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink_map.h"

#include "core/ink/paper.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr double kLeastContrast = 16; // of 255
constexpr double kNoiseMargin = 1.5;  // above what 95 % of the paper stays under
constexpr int kEdge = 2;              // pixels beside the ink that are neither ink nor paper

/// What a threshold leaves on both sides.
struct Groups {
    std::vector<float> ink;
    std::vector<float> paper; ///< without the edges of the ink
};

Groups groupsOf(const PixelMap& map, double level) {
    Groups groups;
    std::vector<bool> nearInk(map.values.size());
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            if (double(map.at(x, y)) <= level)
                continue;
            groups.ink.push_back(map.at(x, y));
            for (int v = std::max(0, y - kEdge); v <= std::min(map.height - 1, y + kEdge); ++v)
                for (int u = std::max(0, x - kEdge); u <= std::min(map.width - 1, x + kEdge); ++u)
                    nearInk[map.index(u, v)] = true;
        }
    }
    for (std::size_t i = 0; i < map.values.size(); ++i)
        if (!nearInk[i])
            groups.paper.push_back(map.values[i]);
    return groups;
}

/// The value that `percent` of the values stay under; 0 of none.
double percentile(std::vector<float> values, std::size_t percent) {
    if (values.empty())
        return 0;
    const auto place =
        values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * percent / 100);
    std::ranges::nth_element(values, place);
    return double(*place);
}

double meanOf(const std::vector<float>& values) {
    double sum = 0;
    for (const auto value : values)
        sum += double(value);
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

} // namespace

Threshold separate(const std::vector<float>& values) {
    constexpr std::size_t kBins = 256;
    const auto [low, high] = std::ranges::minmax(values);
    Threshold best;
    best.level = double(low);
    const double width = (double(high) - double(low)) / kBins;
    if (!(width > 0))
        return best;
    std::array<double, kBins> histogram{};
    for (const auto value : values)
        histogram[std::min(kBins - 1,
                           static_cast<std::size_t>((double(value) - double(low)) / width))] += 1;

    const auto count = static_cast<double>(values.size());
    double sum = 0;
    double squares = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        const auto position = static_cast<double>(bin);
        sum += histogram[bin] * position;
        squares += histogram[bin] * position * position;
    }
    const double variance = squares / count - sum / count * (sum / count);
    double below = 0;
    double sumBelow = 0;
    for (std::size_t bin = 0; bin + 1 < kBins; ++bin) {
        below += histogram[bin];
        sumBelow += histogram[bin] * static_cast<double>(bin);
        if (below == 0 || below == count)
            continue;
        const double distance = sumBelow / below - (sum - sumBelow) / (count - below);
        const double between = below / count * (1 - below / count) * distance * distance;
        if (variance > 0 && between / variance > best.separation) {
            best.separation = between / variance;
            best.level = double(low) + width * static_cast<double>(bin + 1);
        }
    }
    return best;
}

PixelMap inkOf(PixelMap grey) {
    removePaper(grey);
    auto& values = grey.values;
    const auto groups = groupsOf(grey, separate(values).level);
    const double noise = spreadOf(groups.paper);
    const double contrast = meanOf(groups.ink) - medianOf(groups.paper);
    if (groups.ink.empty() || contrast < kLeastContrast || contrast < 4 * noise) {
        std::ranges::fill(values, 0.F);
        return grey;
    }
    const double top = percentile(groups.ink, 90);
    const double floor = std::clamp(kNoiseMargin * percentile(groups.paper, 95), 0.0, top / 2);
    for (auto& value : values)
        value = static_cast<float>(std::clamp((double(value) - floor) / (top - floor), 0.0, 1.0));
    return grey;
}

} // namespace digitlab
