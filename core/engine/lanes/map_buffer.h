// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/kernels.h"
#include "core/network/network.h"

#include <cstdint>
#include <memory>
#include <new>

namespace digitlab::lanes {

/// Memory for numbers that vectors can be loaded from at once; 0 at first.
template <class Number>
class AlignedMemory {
public:
    explicit AlignedMemory(std::ptrdiff_t count)
        : m_data(new (kAlignment) Number[static_cast<std::size_t>(count)]()) {}

    [[nodiscard]] Number* data() { return m_data.get(); }
    [[nodiscard]] const Number* data() const { return m_data.get(); }

private:
    static constexpr std::align_val_t kAlignment{64};
    struct Free {
        void operator()(Number* data) const { ::operator delete[](data, kAlignment); }
    };
    std::unique_ptr<Number[], Free> m_data;
};

using AlignedFloats = AlignedMemory<float>;

/// The maps of one block of images, with a border of zeros around each, which a convolution reads
/// and nobody writes.
class MapBuffer {
public:
    MapBuffer(const Shape& shape, std::ptrdiff_t border);

    [[nodiscard]] Maps maps() const { return m_maps; } ///< without the border

private:
    AlignedFloats m_memory;
    Maps m_maps;
};

/// What units give for a batch: a row for each unit, a column for each image. There are rows of
/// zeros up to a multiple of kLanes.
class UnitBuffer {
public:
    UnitBuffer(std::int64_t units, std::int64_t lanes);

    [[nodiscard]] std::int64_t units() const { return m_units; }
    [[nodiscard]] std::ptrdiff_t stride() const { return m_stride; } ///< floats between rows
    [[nodiscard]] float* row(std::int64_t unit) { return m_memory.data() + unit * m_stride; }
    /// The units as the maps of one block of images, channel after channel.
    [[nodiscard]] Maps maps(const Shape& shape, std::int64_t block);

private:
    std::int64_t m_units;
    std::ptrdiff_t m_stride;
    AlignedFloats m_memory;
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
