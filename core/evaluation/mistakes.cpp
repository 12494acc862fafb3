// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/mistakes.h"

#include <algorithm>
#include <functional>

namespace digitlab {

std::vector<Mistake> mistakesOf(std::span<const Verdict> verdicts,
                                std::span<const std::optional<int>> labels) {
    std::vector<Mistake> mistakes;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Probabilities& probabilities = verdicts[i].probabilities;
        const int answer = digitOf(probabilities);
        if (labels[i] && *labels[i] != answer) {
            mistakes.push_back(
                {i, *labels[i], answer, probabilities[static_cast<std::size_t>(answer)]});
        }
    }
    std::ranges::stable_sort(mistakes, std::greater{}, &Mistake::certainty);
    return mistakes;
}

} // namespace digitlab
