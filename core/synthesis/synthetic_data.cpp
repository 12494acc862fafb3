// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/synthetic_data.h"

#include "core/ink/digit_image.h"
#include "core/synthesis/drawing.h"

namespace digitlab {
namespace {

constexpr std::uint64_t kTrainSeed = 1;
constexpr std::uint64_t kTestSeed = 2;

} // namespace

Dataset syntheticDigits(std::uint64_t seed, std::size_t count) {
    Dataset data;
    data.images.side = kDigitSide;
    data.images.pixels.reserve(count * DigitImage{}.size());
    for (std::size_t i = 0; i < count; ++i) {
        Random random{seed, i};
        const auto digit = static_cast<int>(random.below(10));
        const DigitImage image = renderInk(drawDigit(digit, random));
        data.images.pixels.insert(data.images.pixels.end(), image.begin(), image.end());
        data.labels.push_back(static_cast<std::uint8_t>(digit));
    }
    return data;
}

DigitData syntheticDigitData() {
    return {syntheticDigits(kTrainSeed, 60'000), syntheticTestData()};
}

Dataset syntheticTestData() {
    return syntheticDigits(kTestSeed, 10'000);
}

} // namespace digitlab
