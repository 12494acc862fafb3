// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

namespace digitlab {

/// The model that is shipped inside the program. Throws Error where the build left it out.
Model builtinModel();

} // namespace digitlab
