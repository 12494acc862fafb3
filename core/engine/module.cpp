// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/torch_engine.h"

/// What the program looks up when it has loaded this module (kCreateEngine). The caller owns what
/// it gets.
extern "C" __attribute__((visibility("default"))) digitlab::Engine* digitlab_create_engine() {
    return digitlab::makeTorchEngine().release();
}
