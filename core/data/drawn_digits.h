// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/stroke_file.h"

#include <span>

namespace digitlab {

/// True for one writer in five, by name alone: who is held out in training is a stranger to the
/// network ever after, in every file and on every machine.
bool isHeldOut(const std::string& writer);

/// What the writers who are held out drew, or what the others did.
std::vector<StrokeSample> ofHeldOutWriters(std::vector<StrokeSample> samples, bool heldOut);

/// The digits among what people drew, as 28×28 images (core/ink); what has no label is left out.
Dataset renderDigits(std::span<const StrokeSample> samples);

/// Adds `more` behind the images of `set`; both must be 28×28.
void append(Dataset& set, const Dataset& more);

} // namespace digitlab
