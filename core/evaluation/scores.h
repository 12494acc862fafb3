// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdict.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace digitlab {

/// How well a classifier did on a set. Counts, accuracy, confusion and calibration are over the
/// digits, by the most likely class, refused or not.
struct Scores {
    std::int64_t count = 0;
    std::int64_t correct = 0;
    double loss = 0;                                          ///< mean cross entropy, in nats
    std::array<std::array<std::int64_t, 10>, 10> confusion{}; ///< row = truth, column = answer
    double ece = 0; ///< expected calibration error (Guo et al. 2017), 15 bins of equal width
    std::int64_t rejected = 0;
    std::int64_t nonDigits = 0;
    std::int64_t nonDigitsRejected = 0;

    [[nodiscard]] double accuracy() const {
        return count == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(count);
    }
};

/// Scores verdicts against labels; no label = it was no digit. The two are equally long.
Scores score(std::span<const Verdict> verdicts, std::span<const std::optional<int>> labels);

} // namespace digitlab
