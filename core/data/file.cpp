// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file.h"

#include "core/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace digitlab {
namespace {

Error cannotRead(const std::filesystem::path& path, const std::string& reason) {
    return Error(
        Message(DIGITLAB_TEXT("core", "The file %1 cannot be read: %2."), {path.string(), reason}));
}

Bytes readBytes(const std::filesystem::path& path, std::uint64_t count) {
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw cannotRead(path, std::strerror(errno));
    Bytes bytes(static_cast<std::size_t>(count));
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
    if (stream.bad() || static_cast<std::uint64_t>(stream.gcount()) != count)
        throw Error(Message(DIGITLAB_TEXT("core", "The file %1 cannot be read to its end: only %2 "
                                                  "of its %3 bytes came."),
                            {path.string(), stream.gcount(), static_cast<std::int64_t>(count)}));
    return bytes;
}

} // namespace

std::uint64_t fileSize(const std::filesystem::path& path) {
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (status.type() == std::filesystem::file_type::not_found)
        throw Error(Message(DIGITLAB_TEXT("core", "The file %1 does not exist."), {path.string()}));
    if (problem)
        throw cannotRead(path, problem.message());
    // A pipe or a device could block for ever or never end.
    if (status.type() != std::filesystem::file_type::regular)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 cannot be read: it is no regular file."),
                            {path.string()}));
    const auto size = std::filesystem::file_size(path, problem);
    if (problem)
        throw cannotRead(path, problem.message());
    return size;
}

Bytes readFile(const std::filesystem::path& path, std::uint64_t maxBytes) {
    const auto size = fileSize(path);
    if (size > maxBytes)
        throw Error(Message(
            DIGITLAB_TEXT("core", "The file %1 is too large: it has %2 bytes, at most %3 were "
                                  "expected."),
            {path.string(), static_cast<std::int64_t>(size), static_cast<std::int64_t>(maxBytes)}));
    return readBytes(path, size);
}

Bytes readFileStart(const std::filesystem::path& path, std::uint64_t count) {
    return readBytes(path, std::min(fileSize(path), count));
}

} // namespace digitlab
