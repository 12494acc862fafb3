// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"
#include "core/error.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <zlib.h>

namespace digitlab {

/// A folder that is empty at first and gone after the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        auto name = (std::filesystem::temp_directory_path() / "digitlab-XXXXXX").string();
        m_path = mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// Writes a file into the folder and gives its path.
    template <typename Content>
    std::filesystem::path write(const std::string& name, const Content& content) const {
        const auto path = m_path / name;
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(content.data()),
                   static_cast<std::streamsize>(content.size()));
        return path;
    }

private:
    std::filesystem::path m_path;
};

/// One gzip member.
inline Bytes gzipped(const Bytes& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    Bytes packed(deflateBound(&stream, bytes.size()));
    stream.next_in = const_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// What the Error says that `action` throws; a test failure and "" where it throws none.
template <typename Action>
std::string errorOf(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << "no Error was thrown";
    return {};
}

/// The four bytes of a number in an IDX header.
inline void append(Bytes& bytes, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

/// An IDX file of images whose pixels count up.
inline Bytes idxImages(std::uint32_t count, std::uint32_t rows, std::uint32_t columns) {
    Bytes bytes;
    for (const std::uint32_t number : {0x00000803U, count, rows, columns})
        append(bytes, number);
    for (std::uint32_t i = 0; i < count * rows * columns; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    return bytes;
}

inline Bytes idxLabels(const Bytes& labels) {
    Bytes bytes;
    append(bytes, 0x00000801U);
    append(bytes, static_cast<std::uint32_t>(labels.size()));
    bytes.insert(bytes.end(), labels.begin(), labels.end());
    return bytes;
}

} // namespace digitlab
