// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"

#include <cstddef>
#include <span>

namespace digitlab {

/// Square grey images of one size, 0 = paper, 255 = ink (as in MNIST), one after the other.
struct ImageSet {
    int side = 0;
    std::vector<std::uint8_t> pixels; ///< count × side × side, row by row

    [[nodiscard]] std::size_t imageBytes() const {
        return static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    }
    [[nodiscard]] std::size_t count() const { return side == 0 ? 0 : pixels.size() / imageBytes(); }
    [[nodiscard]] std::span<const std::uint8_t> image(std::size_t index) const {
        return std::span(pixels).subspan(index * imageBytes(), imageBytes());
    }
};

/// Reads an IDX3 file of unsigned bytes (http://yann.lecun.com/exdb/mnist, "the IDX file format"),
/// plain or gzip: square images up to 1024×1024. Throws Error on anything else.
ImageSet readIdxImages(const std::filesystem::path& path);

/// Reads an IDX1 file of unsigned bytes, plain or gzip: labels from 0 to 9. Throws Error on
/// anything else.
std::vector<std::uint8_t> readIdxLabels(const std::filesystem::path& path);

/// The same for any numbers from 0 to 255, such as who wrote each image.
std::vector<std::uint8_t> readIdxBytes(const std::filesystem::path& path);

/// Images or labels of bytes already in memory (unpacked); `name` is what messages call them.
ImageSet parseIdxImages(std::span<const std::uint8_t> bytes, const std::string& name);
std::vector<std::uint8_t> parseIdxLabels(std::span<const std::uint8_t> bytes,
                                         const std::string& name);

/// Images and labels as IDX files.
Bytes toIdx(const ImageSet& images);
Bytes toIdx(std::span<const std::uint8_t> labels);

} // namespace digitlab
