// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"
#include "core/random.h"
#include "core/training/config.h"

namespace digitlab {

/// The digit as the same hand might have drawn it another time: turned, moved, scaled, slanted,
/// bent and with another pen, each by a random amount within its limit. Bilinear; what lies outside
/// the image is paper. Limits of 0 leave it as it is.
DigitImage deformed(const DigitImage& image, const Augmentation& limits, Random& random);

} // namespace digitlab
