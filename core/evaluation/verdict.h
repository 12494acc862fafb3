// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace digitlab {

/// One probability for each digit; they sum to 1.
using Probabilities = std::array<float, 10>;

/// The most likely digit.
int digitOf(const Probabilities& probabilities);

/// What a network says to an image.
struct Verdict {
    Probabilities probabilities{}; ///< of each digit, if it is one at all
    float isDigit = 1;             ///< how much it looks like one: 0 … 1, one half is enough

    bool operator==(const Verdict&) const = default;
};

/// Why no digit is named.
enum class Refusal {
    None,    ///< one is named
    Unsure,  ///< no digit is likely enough: the highest probability is under 0.4
    NoDigit, ///< it does not look like any
};

/// What speaks against naming the most likely digit.
Refusal refusalOf(const Verdict& verdict);

/// True where no digit is named.
bool isRejected(const Verdict& verdict);

} // namespace digitlab
