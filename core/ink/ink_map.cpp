// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink_map.h"

#include "core/ink/paper.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

constexpr double kLeastContrast = 16; // of 255
constexpr double kNoiseMargin = 2.5;  // standard deviations of the paper's noise

/// What a threshold leaves on both sides.
struct Groups {
    std::vector<float> paper;
    std::vector<float> ink;
};

Groups groupsOf(const std::vector<float>& values, double level) {
    Groups groups;
    for (const auto value : values)
        (double(value) > level ? groups.ink : groups.paper).push_back(value);
    return groups;
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
    auto groups = groupsOf(values, separate(values).level);
    const double noise = spreadOf(groups.paper);
    const double contrast = meanOf(groups.ink) - medianOf(groups.paper);
    if (groups.ink.empty() || contrast < kLeastContrast || contrast < 4 * noise) {
        std::ranges::fill(values, 0.F);
        return grey;
    }
    const auto tenth = groups.ink.begin() + static_cast<std::ptrdiff_t>(groups.ink.size() * 9 / 10);
    std::ranges::nth_element(groups.ink, tenth);
    const double top = double(*tenth);
    const double floor = std::min(kNoiseMargin * noise, top / 2);
    for (auto& value : values)
        value = static_cast<float>(std::clamp((double(value) - floor) / (top - floor), 0.0, 1.0));
    return grey;
}

} // namespace digitlab
