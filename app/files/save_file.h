// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace digitlab {

/// Writes a file whole or not at all. Throws Error, naming the file and the reason, where that
/// fails; a file that was there before is then as it was.
void saveFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);
void saveFile(const std::filesystem::path& path, std::string_view text);

/// Throws the same Error where saveFile() would fail already now, whatever the bytes: before long
/// work is done for a file that cannot be written. Changes nothing.
void checkCanSave(const std::filesystem::path& path);

} // namespace digitlab
