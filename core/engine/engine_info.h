// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

/// What the engine runs on, looked up anew.
EngineInfo lookUpEngineInfo();

} // namespace digitlab
