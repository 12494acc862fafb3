// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/buffer_memory.h"
#include "core/engine/lanes/kernels.h"
#include "core/network/network.h"

#include <cstdint>

namespace digitlab::lanes {

/// New maps of one block of images, with a border of zeros around each, which a convolution reads
/// and nobody writes; as they are without the border.
Maps newMaps(const Shape& shape, std::ptrdiff_t border, BufferMemory& memory);

/// What units give for a batch: a row for each unit, a column for each image. There are rows of
/// zeros up to a multiple of kLanes.
class UnitBuffer {
public:
    UnitBuffer(std::int64_t units, std::int64_t lanes, BufferMemory& memory);

    [[nodiscard]] std::int64_t units() const { return m_units; }
    [[nodiscard]] std::ptrdiff_t stride() const { return m_stride; } ///< floats between rows
    [[nodiscard]] float* row(std::int64_t unit) const { return m_data + unit * m_stride; }
    /// The units as the maps of one block of images, channel after channel.
    [[nodiscard]] Maps maps(const Shape& shape, std::int64_t block) const;

private:
    std::int64_t m_units;
    std::ptrdiff_t m_stride;
    float* m_data;
};

/// `count`, or the next multiple of kLanes.
inline std::int64_t wholeLanes(std::int64_t count) {
    return (count + kLanes - 1) / kLanes * kLanes;
}

/// The same maps, seen from so many rows above and columns to the left.
inline Maps withBorder(Maps maps, std::ptrdiff_t border) {
    maps.data = maps.at(0, -border, -border);
    return maps;
}

} // namespace digitlab::lanes
