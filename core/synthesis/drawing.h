// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "core/random.h"

namespace digitlab {

/// A digit (0 … 9) as somebody might draw it: in one of its styles, by one of many hands.
Ink drawDigit(int digit, Random& random);

/// Something that is no digit: a dot, a scribble, a letter that looks like no digit, a shape, two
/// digits side by side, a digit that was crossed out.
Ink drawNonDigit(Random& random);

} // namespace digitlab
