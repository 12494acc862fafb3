// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdio>
#include <optional>
#include <string>

namespace digitlab {

using Json = nlohmann::ordered_json;

/// Prints one object on a line of its own, at once. Bytes that are no UTF-8 (a file's name) become
/// replacement characters.
inline void printJsonLine(const Json& json) {
    const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fflush(stdout);
}

/// The value, or null.
template <typename T>
Json toJson(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

} // namespace digitlab
