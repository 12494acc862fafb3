// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace digitlab {

using Bytes = std::vector<std::uint8_t>;

/// The whole of a file. Throws Error where it cannot be read, is no regular file, or is larger than
/// `maxBytes`; the size is looked at before memory is asked for.
Bytes readFile(const std::filesystem::path& path, std::uint64_t maxBytes);

} // namespace digitlab
