// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <filesystem>

namespace digitlab {

/// A picture of a digit from a file (PNG, JPEG and whatever else Qt reads) in grey; what is
/// transparent is taken as white. Throws Error, naming the file and the reason.
GreyImage readImageFile(const std::filesystem::path& path);

} // namespace digitlab
