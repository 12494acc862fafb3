// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/my_digits.h"

namespace digitlab {

/// The digits that the person kept, from their file; none where there is no file. A line that
/// cannot be read is kept, see MyDigits. Throws Error where the file cannot be read at all: then it
/// must not be written either.
MyDigits readMyDigits(const std::filesystem::path& file);

/// Writes them whole or not at all, with the folder if need be. Throws Error where that fails.
void saveMyDigits(const std::filesystem::path& file, const MyDigits& digits);

} // namespace digitlab
