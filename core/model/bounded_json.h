// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace digitlab {

/// Keeps the order of its keys, so that files are written as their text is read.
using Json = nlohmann::ordered_json;

/// The JSON object in a text from anywhere. Throws Error, naming `name`, where it is anything else,
/// is nested deeply, or has a key twice (where two readers could read two different things).
Json parseObject(std::string_view text, const std::string& name);

} // namespace digitlab
