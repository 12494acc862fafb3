// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace digitlab {

/// Saves digits as one PNG: rows of so many, in order, each twice or more as large as its 28×28
/// pixels. Throws Error where the file cannot be written.
void saveDigitSheet(const std::filesystem::path& path,
                    std::span<const std::span<const std::uint8_t>> digits, int columns,
                    int enlarged);

} // namespace digitlab
