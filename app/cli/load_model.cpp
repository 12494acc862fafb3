// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_model.h"

#include "app/files/builtin_model.h"
#include "core/model/model_file.h"

namespace digitlab {

std::shared_ptr<const Classifier> loadClassifier(const std::string& file) {
    // The file first: a bad one is refused before a second goes into loading the engine.
    Model model = file.empty() ? builtinModel() : readModelFile(file);
    return loadEngine()->load(std::move(model));
}

} // namespace digitlab
