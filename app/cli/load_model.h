// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_module.h"

#include <string>

namespace digitlab {

/// Loads the engine, and into it the model of a file, or the built-in one where `file` is empty.
std::shared_ptr<const Classifier> loadClassifier(const std::string& file);

} // namespace digitlab
