// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

/// The engine that runs on LibTorch.
std::unique_ptr<Engine> makeTorchEngine();

} // namespace digitlab
