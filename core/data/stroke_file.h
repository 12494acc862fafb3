// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <filesystem>
#include <functional>
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
};

/// Reads a stroke file: one JSON object a line,
/// {"label":7,"writer":"x","strokes":[[[x,y],…],…]}. Other keys are ignored, empty lines are
/// skipped. Throws Error with the number of the first bad line and what is wrong there.
std::vector<StrokeSample> readStrokeFile(const std::filesystem::path& path);

/// One line of a stroke file, with its line feed.
std::string toStrokeLine(const StrokeSample& sample);

} // namespace digitlab
