// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include "core/data/gzip.h"
#include "core/error.h"

#include <algorithm>
#include <string>

namespace digitlab {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 31; // 2.7 million images of 28×28
constexpr std::uint32_t kMaxSide = 1024;
constexpr std::size_t kStart = std::size_t{1} << 17; // longer than any gzip header
constexpr std::size_t kImageDimensions = 3;
constexpr std::size_t kLabelDimensions = 1;

/// What an IDX header promises.
struct Header {
    std::uint64_t count = 0;
    std::uint64_t side = 1;
    std::size_t headerBytes = 0;

    [[nodiscard]] std::uint64_t totalBytes() const { return headerBytes + count * side * side; }
};

std::int64_t number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

std::uint32_t bigEndian(std::span<const std::uint8_t> bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (const auto byte : bytes.subspan(offset, 4))
        value = value << 8 | byte;
    return value;
}

/// Two zeros, the type (unsigned bytes), the number of dimensions, and their sizes.
Bytes idxHeader(std::initializer_list<std::uint32_t> sizes) {
    Bytes bytes{0, 0, 8, static_cast<std::uint8_t>(sizes.size())};
    for (const std::uint32_t size : sizes)
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            bytes.push_back(static_cast<std::uint8_t>(size >> shift));
    return bytes;
}

std::size_t headerBytes(std::size_t dimensions) {
    return 4 + 4 * dimensions;
}

void checkMagic(std::span<const std::uint8_t> bytes, std::size_t dimensions,
                const std::string& name) {
    const char* const expected = dimensions == kImageDimensions ? "0x00000803" : "0x00000801";
    if (bytes.size() < 4)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is no IDX file: it has %2 bytes, less than "
                                                  "the header needs."),
                            {name, number(bytes.size())}));
    if (bytes[0] != 0 || bytes[1] != 0)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is no IDX file: it does not begin with %2."),
                            {name, std::string(expected)}));
    if (bytes[2] != 8)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 holds IDX values of type %2; unsigned bytes "
                                                  "(type 8) were expected."),
                            {name, std::int64_t{bytes[2]}}));
    if (bytes[3] == dimensions)
        return;
    if (dimensions == kImageDimensions)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 holds no images: its IDX header gives %2 "
                                                  "dimensions, 3 were expected."),
                            {name, std::int64_t{bytes[3]}}));
    throw Error(Message(DIGITLAB_TEXT("core", "%1 holds no labels: its IDX header gives %2 "
                                              "dimensions, 1 was expected."),
                        {name, std::int64_t{bytes[3]}}));
}

void checkSide(std::uint32_t rows, std::uint32_t columns, const std::string& name) {
    if (rows != columns)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 holds images of %2 rows and %3 columns; "
                                                  "square ones were expected."),
                            {name, number(rows), number(columns)}));
    if (rows == 0 || rows > kMaxSide)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 holds images of %2×%2 pixels; a side from 1 "
                                                  "to %3 was expected."),
                            {name, number(rows), number(kMaxSide)}));
}

/// Reads the header and checks all that can be checked without the rest of the file.
Header parseHeader(std::span<const std::uint8_t> bytes, std::size_t dimensions,
                   const std::string& name) {
    checkMagic(bytes, dimensions, name);
    Header header;
    header.headerBytes = headerBytes(dimensions);
    if (bytes.size() < header.headerBytes)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is incomplete: it has %2 bytes, its header "
                                                  "alone needs %3."),
                            {name, number(bytes.size()), number(header.headerBytes)}));
    header.count = bigEndian(bytes, 4);
    if (header.count == 0)
        throw Error(
            Message(DIGITLAB_TEXT("core", "%1 is empty: its header gives a count of 0."), {name}));
    if (dimensions == kImageDimensions) {
        checkSide(bigEndian(bytes, 8), bigEndian(bytes, 12), name);
        header.side = bigEndian(bytes, 8);
    }
    // Cannot overflow: less than 2^32 images of at most 2^20 pixels.
    if (header.totalBytes() > kMaxBytes)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is too large: its header promises %2 bytes, "
                                                  "at most %3 can be used."),
                            {name, number(header.totalBytes()), number(kMaxBytes)}));
    return header;
}

void checkSize(const Header& header, std::uint64_t size, const std::string& name) {
    if (size < header.totalBytes())
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is incomplete: it has %2 bytes, its header "
                                                  "promises %3."),
                            {name, number(size), number(header.totalBytes())}));
    if (size > header.totalBytes())
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is too long: it has %2 bytes, its header "
                                                  "promises %3."),
                            {name, number(size), number(header.totalBytes())}));
}

void checkLabels(std::span<const std::uint8_t> labels, const std::string& name) {
    const auto bad = std::ranges::find_if(labels, [](std::uint8_t label) { return label > 9; });
    if (bad != labels.end())
        throw Error(Message(DIGITLAB_TEXT("core", "%1: label number %2 is %3; 0 to 9 was "
                                                  "expected."),
                            {name, bad - labels.begin() + 1, std::int64_t{*bad}}));
}

/// The content of an IDX file without its header. Its size is known to be right before memory is
/// asked for, also where it is packed.
Bytes readContent(const std::filesystem::path& path, std::size_t dimensions, Header& header) {
    const auto name = path.string();
    const auto start = readFileStart(path, kStart);
    const auto size = fileSize(path);
    Bytes bytes;
    if (isGzip(start)) {
        header =
            parseHeader(unpackGzipStart(start, headerBytes(dimensions), name), dimensions, name);
        if (header.totalBytes() / kMaxGzipRatio > size)
            throw Error(Message(DIGITLAB_TEXT("core", "%1 is incomplete: its header promises %2 "
                                                      "bytes, which its %3 packed bytes cannot "
                                                      "hold."),
                                {name, number(header.totalBytes()), number(size)}));
        bytes = unpackGzip(readFile(path, kMaxBytes), header.totalBytes(), name);
        checkSize(header, bytes.size(), name);
    } else {
        header = parseHeader(start, dimensions, name);
        checkSize(header, size, name);
        bytes = readFile(path, header.totalBytes());
        checkSize(header, bytes.size(), name);
    }
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(header.headerBytes));
    return bytes;
}

Bytes contentOf(std::span<const std::uint8_t> bytes, const Header& header,
                const std::string& name) {
    checkSize(header, bytes.size(), name);
    const auto content = bytes.subspan(header.headerBytes);
    return {content.begin(), content.end()};
}

} // namespace

ImageSet readIdxImages(const std::filesystem::path& path) {
    Header header;
    auto pixels = readContent(path, kImageDimensions, header);
    return {static_cast<int>(header.side), std::move(pixels)};
}

std::vector<std::uint8_t> readIdxBytes(const std::filesystem::path& path) {
    Header header;
    return readContent(path, kLabelDimensions, header);
}

std::vector<std::uint8_t> readIdxLabels(const std::filesystem::path& path) {
    auto labels = readIdxBytes(path);
    checkLabels(labels, path.string());
    return labels;
}

ImageSet parseIdxImages(std::span<const std::uint8_t> bytes, const std::string& name) {
    const auto header = parseHeader(bytes, kImageDimensions, name);
    return {static_cast<int>(header.side), contentOf(bytes, header, name)};
}

std::vector<std::uint8_t> parseIdxLabels(std::span<const std::uint8_t> bytes,
                                         const std::string& name) {
    const auto header = parseHeader(bytes, kLabelDimensions, name);
    auto labels = contentOf(bytes, header, name);
    checkLabels(labels, name);
    return labels;
}

Bytes toIdx(const ImageSet& images) {
    const auto side = static_cast<std::uint32_t>(images.side);
    Bytes bytes = idxHeader({static_cast<std::uint32_t>(images.count()), side, side});
    bytes.insert(bytes.end(), images.pixels.begin(), images.pixels.end());
    return bytes;
}

Bytes toIdx(std::span<const std::uint8_t> labels) {
    Bytes bytes = idxHeader({static_cast<std::uint32_t>(labels.size())});
    bytes.insert(bytes.end(), labels.begin(), labels.end());
    return bytes;
}

} // namespace digitlab
