// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

namespace digitlab {

/// A classifier for a model whose tensors fit its description; `device` is available.
std::shared_ptr<const Classifier> makeClassifier(Model model, Device device);

} // namespace digitlab
