// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"

#include <span>
#include <string>

namespace digitlab {

/// No gzip stream unpacks to more than this many times its own size.
inline constexpr std::uint64_t kMaxGzipRatio = 1032;

/// True where the bytes begin like a gzip stream (RFC 1952).
bool isGzip(std::span<const std::uint8_t> bytes);

/// The unpacked content of a gzip stream (of all its members, where it has several). Throws Error,
/// naming `name`, where the stream is damaged, ends early, or unpacks to more than `maxBytes`.
Bytes unpackGzip(std::span<const std::uint8_t> bytes, std::uint64_t maxBytes,
                 const std::string& name);

/// The first `count` unpacked bytes of a gzip stream, fewer where it holds fewer or where `bytes`
/// is only its beginning. Throws Error where what is looked at is damaged.
Bytes unpackGzipStart(std::span<const std::uint8_t> bytes, std::size_t count,
                      const std::string& name);

} // namespace digitlab
