// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/drawn_digits.h"

#include "core/ink/digit_image.h"

#include <algorithm>

namespace digitlab {
namespace {

constexpr std::uint64_t kOneIn = 5;

/// FNV-1a (Fowler, Noll and Vo), which is the same everywhere; std::hash is not.
std::uint64_t hashOf(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    return hash;
}

} // namespace

bool isHeldOut(const std::string& writer) {
    return hashOf(writer) % kOneIn == 0;
}

std::vector<StrokeSample> ofHeldOutWriters(std::vector<StrokeSample> samples, bool heldOut) {
    std::erase_if(samples, [heldOut](const StrokeSample& sample) {
        return isHeldOut(sample.writer) != heldOut;
    });
    return samples;
}

Dataset renderDigits(std::span<const StrokeSample> samples) {
    Dataset digits;
    digits.images.side = kDigitSide;
    for (const StrokeSample& sample : samples) {
        if (!sample.label) {
            continue;
        }
        const DigitImage image = renderInk(sample.ink);
        digits.images.pixels.insert(digits.images.pixels.end(), image.begin(), image.end());
        digits.labels.push_back(static_cast<std::uint8_t>(*sample.label));
    }
    return digits;
}

void append(Dataset& set, const Dataset& more) {
    set.images.pixels.insert(set.images.pixels.end(), more.images.pixels.begin(),
                             more.images.pixels.end());
    set.labels.insert(set.labels.end(), more.labels.begin(), more.labels.end());
}

} // namespace digitlab
