// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/engine_loading.h"

#include "app/engine_module.h"
#include "app/files/builtin_model.h"

namespace digitlab {

LoadedEngine loadEngineAndModel() {
    LoadedEngine loaded;
    loaded.engine = loadEngine();
    loaded.builtin = loaded.engine->load(builtinModel());
    loaded.info = loaded.engine->info();
    static_cast<void>(loaded.builtin->lookInside(DigitImage{}));
    return loaded;
}

} // namespace digitlab
