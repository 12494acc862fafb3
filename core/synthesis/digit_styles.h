// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/glyph.h"

#include <span>

namespace digitlab {

/// One way in which people draw a digit.
struct DigitStyle {
    const char* name; ///< "barred", "with flag and base"
    Glyph glyph;
    double weight = 1; ///< how usual it is, beside the other styles of the digit
};

/// The styles of a digit, 0 … 9.
std::span<const DigitStyle> stylesOf(int digit);

} // namespace digitlab
