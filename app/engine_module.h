// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

#include <memory>

namespace digitlab {

/// Loads the engine module, which lies beside the program, and gives its engine. Takes about a
/// second, most of it for LibTorch. Throws Error, naming the file and the reason.
std::shared_ptr<const Engine> loadEngine();

} // namespace digitlab
