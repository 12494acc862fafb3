// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

/// What the window waits for after it is shown.
struct LoadedEngine {
    std::shared_ptr<const Engine> engine;
    std::shared_ptr<const Classifier> builtin; ///< the built-in model
    EngineInfo info;
};

/// Loads the engine and the built-in model, and has the model answer once, so that the first answer
/// that a person waits for is as quick as the later ones. Blocks for a second. Throws Error.
LoadedEngine loadEngineAndModel();

} // namespace digitlab
