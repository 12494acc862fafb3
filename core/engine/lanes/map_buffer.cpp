// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/map_buffer.h"

namespace digitlab::lanes {

Maps newMaps(const Shape& shape, std::ptrdiff_t border, BufferMemory& memory) {
    Maps maps;
    maps.row = (shape.width + 2 * border) * kLanes;
    maps.plane = (shape.height + 2 * border) * maps.row;
    maps.data = memory.take<float>(shape.channels * maps.plane) + border * (maps.row + kLanes);
    return maps;
}

UnitBuffer::UnitBuffer(std::int64_t units, std::int64_t lanes, BufferMemory& memory)
    : m_units(units)
    , m_stride(wholeLanes(lanes))
    , m_data(memory.take<float>(wholeLanes(units) * m_stride)) {}

Maps UnitBuffer::maps(const Shape& shape, std::int64_t block) const {
    const std::ptrdiff_t row = shape.width * m_stride;
    return {m_data + block * kLanes, shape.height * row, row, m_stride};
}

} // namespace digitlab::lanes
