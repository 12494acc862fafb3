// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

namespace digitlab {

/// True where the strokes stand side by side in two groups or more, each about as high as the
/// whole, with paper between them: so two digits are drawn, though some people draw one so.
bool standSideBySide(const Ink& ink);

} // namespace digitlab
