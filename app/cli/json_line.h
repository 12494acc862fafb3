// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <iostream>
#include <optional>

namespace digitlab {

using Json = nlohmann::ordered_json;

/// Prints one object on a line of its own, at once. Bytes that are no UTF-8 (a file's name) become
/// replacement characters.
inline void printJsonLine(const Json& json) {
    std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
}

/// The value, or null.
template <typename T>
Json toJson(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

} // namespace digitlab
