// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digitlab {

/// One line of a stroke file: something that a person drew.
struct StrokeSample {
    std::optional<int> label; ///< 0 … 9; nothing where it is no digit
    std::string writer;       ///< who drew it; may be empty
    Ink ink;

    bool operator==(const StrokeSample&) const = default;
};

/// A larger stroke file is refused; this is over half a million digits.
inline constexpr std::uint64_t kMaxStrokeFileBytes = std::uint64_t{256} << 20;

/// Reads a stroke file: one JSON object a line,
/// {"label":7,"writer":"x","strokes":[[[x,y],…],…]}. Other keys are ignored, empty lines are
/// skipped. Throws Error with the number of the first bad line and what is wrong there.
std::vector<StrokeSample> readStrokeFile(const std::filesystem::path& path);

/// A line of a stroke file's text.
struct StrokeLine {
    std::int64_t number = 0; ///< from 1
    std::string_view text;   ///< without its line feed
};

/// The lines of a stroke file's text that are not empty.
std::vector<StrokeLine> strokeLinesOf(std::string_view text);

/// One line of the same, without its line feed; `file` and `number` are what messages call it.
StrokeSample parseStrokeLine(std::string_view line, const std::string& file, std::int64_t number);

/// One line of a stroke file, with its line feed. Points that are not finite are left out.
std::string toStrokeLine(const StrokeSample& sample);

} // namespace digitlab
