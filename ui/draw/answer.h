// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdict.h"
#include "core/ink/ink_stages.h"

#include <optional>

namespace digitlab {

/// What the network said to what was drawn.
struct Answer {
    InkStages stages{}; ///< how the ink became what the network saw
    Verdict verdict;
    bool sideBySide = false; ///< whether the strokes stand in groups, as those of two digits would
};

/// The second most likely digit, where it is at least so likely (0 … 1).
std::optional<int> runnerUp(const Probabilities& probabilities, double atLeast);

/// From here on the runner-up is named beside the answer.
inline constexpr double kPerhaps = 0.15;

} // namespace digitlab
