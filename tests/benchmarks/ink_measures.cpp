// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/ink_measures.h"

#include "core/ink/pen_width.h"
#include "tests/core/ink/measure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace digitlab::bench {

namespace {

double strokeWidth(const DigitImage& image) {
    PixelMap ink(kDigitSide, kDigitSide);
    std::ranges::transform(image, ink.values.begin(),
                           [](std::uint8_t grey) { return static_cast<float>(grey) / 255; });
    return penWidth(ink, {0, 0, kDigitSide, kDigitSide});
}

/// The share of the pixels that lie in a range of grey.
double share(const DigitImage& image, int least, int most) {
    return static_cast<double>(std::ranges::count_if(
               image, [&](std::uint8_t grey) { return grey >= least && grey <= most; })) /
           static_cast<double>(image.size());
}

} // namespace

double Distribution::quantile(double share) const {
    if (values.empty()) {
        return std::nan("");
    }
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    return sorted[static_cast<std::size_t>(
        std::lround(share * static_cast<double>(sorted.size() - 1)))];
}

std::vector<Distribution> measured(const std::vector<DigitImage>& images) {
    std::vector<Distribution> result{
        {"stroke width, pixels", {}},        {"longer side of the box", {}},
        {"shorter side of the box", {}},     {"centre of mass, x", {}},
        {"centre of mass, y", {}},           {"brightest pixel", {}},
        {"mean of all pixels", {}},          {"pixels of grey 1 … 127, %", {}},
        {"pixels of grey 128 … 249, %", {}}, {"pixels of grey 250 … 255, %", {}}};
    for (const DigitImage& image : images) {
        if (isEmpty(image)) {
            continue;
        }
        const Measured digit = measure(image);
        const double values[] = {strokeWidth(image),
                                 double(digit.longerSide()),
                                 double(std::min(digit.width(), digit.height())),
                                 digit.centreX,
                                 digit.centreY,
                                 double(digit.brightest),
                                 digit.mass / static_cast<double>(image.size()),
                                 100 * share(image, 1, 127),
                                 100 * share(image, 128, 249),
                                 100 * share(image, 250, 255)};
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i].values.push_back(values[i]);
        }
    }
    return result;
}

} // namespace digitlab::bench
