// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace digitlab {

/// A safetensors file in two parts, so that a test can spoil one and put them together again.
struct SafetensorsParts {
    nlohmann::ordered_json header;
    Bytes data;
};

inline SafetensorsParts partsOf(const Bytes& bytes) {
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), 8);
    const auto data = bytes.begin() + 8 + static_cast<std::ptrdiff_t>(length);
    return {nlohmann::ordered_json::parse(bytes.begin() + 8, data), {data, bytes.end()}};
}

inline Bytes joined(std::string_view header, const Bytes& data) {
    const std::uint64_t length = header.size();
    Bytes bytes(8 + header.size() + data.size());
    std::memcpy(bytes.data(), &length, 8);
    const auto place = std::copy(header.begin(), header.end(), bytes.begin() + 8);
    std::copy(data.begin(), data.end(), place);
    return bytes;
}

inline Bytes joined(const SafetensorsParts& parts) {
    return joined(parts.header.dump(), parts.data);
}

} // namespace digitlab
