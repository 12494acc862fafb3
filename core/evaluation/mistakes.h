// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdict.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace digitlab {

/// A digit that was taken for another.
struct Mistake {
    std::size_t index = 0; ///< in what was read
    int truth = 0;
    int answer = 0;
    float certainty = 0; ///< probability of the answer

    bool operator==(const Mistake&) const = default;
};

/// All mistakes, the most certain first. Labels as for score().
std::vector<Mistake> mistakesOf(std::span<const Verdict> verdicts,
                                std::span<const std::optional<int>> labels);

} // namespace digitlab
