// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/answer.h"

namespace digitlab {

std::optional<int> runnerUp(const Probabilities& probabilities, double atLeast) {
    const int first = digitOf(probabilities);
    std::optional<int> second;
    for (int digit = 0; digit < static_cast<int>(probabilities.size()); ++digit) {
        const auto at = [&](int index) { return probabilities[static_cast<std::size_t>(index)]; };
        if (digit != first && at(digit) >= static_cast<float>(atLeast) &&
            (!second || at(digit) > at(*second))) {
            second = digit;
        }
    }
    return second;
}

} // namespace digitlab
