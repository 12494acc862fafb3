// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/glyph.h"

namespace digitlab {

/// Letters and signs that nobody takes for a digit: O, l, S, Z, B, g, q, b, y and their like are
/// left out.
const std::vector<Glyph>& signs();

} // namespace digitlab
