// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"

#include <span>
#include <string>

namespace digitlab {

/// True where the bytes begin like a gzip stream (RFC 1952).
bool isGzip(std::span<const std::uint8_t> bytes);

/// The unpacked content of a gzip stream. Throws Error, naming `name`, where the stream is damaged,
/// ends early, or unpacks to more than `maxBytes`.
Bytes unpackGzip(std::span<const std::uint8_t> bytes, std::uint64_t maxBytes,
                 const std::string& name);

} // namespace digitlab
