// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

namespace digitlab {

/// True where the strokes stand side by side in two groups or more, each at least half as high as
/// the whole, with paper between them: they are two digits, whatever a network makes of the two.
bool standSideBySide(const Ink& ink);

} // namespace digitlab
