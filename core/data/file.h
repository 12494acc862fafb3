// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace digitlab {

using Bytes = std::vector<std::uint8_t>;

/// The size of a file in bytes. Throws Error where it cannot be read or is no regular file.
std::uint64_t fileSize(const std::filesystem::path& path);

/// The whole of a file. Throws Error where it cannot be read, is no regular file, or is larger than
/// `maxBytes`; the size is looked at before memory is asked for.
Bytes readFile(const std::filesystem::path& path, std::uint64_t maxBytes);

/// The first bytes of a file: `count` of them, or all where it is shorter. Throws like readFile().
Bytes readFileStart(const std::filesystem::path& path, std::uint64_t count);

} // namespace digitlab
