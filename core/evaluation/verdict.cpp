// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/verdict.h"

#include <algorithm>

namespace digitlab {

namespace {

constexpr float kDigit = 0.5F; ///< from here on it is taken for a digit
constexpr float kNamed = 0.4F; ///< from here on one is named; what is closer gets a "perhaps"

} // namespace

int digitOf(const Probabilities& probabilities) {
    const auto* best = std::max_element(probabilities.begin(), probabilities.end());
    return static_cast<int>(best - probabilities.begin());
}

Refusal refusalOf(const Verdict& verdict) {
    // Written so that "not a number" is refused too.
    if (!(verdict.isDigit >= kDigit)) {
        return Refusal::NoDigit;
    }
    const float highest = *std::ranges::max_element(verdict.probabilities);
    return highest >= kNamed ? Refusal::None : Refusal::Unsure;
}

bool isRejected(const Verdict& verdict) {
    return refusalOf(verdict) != Refusal::None;
}

} // namespace digitlab
