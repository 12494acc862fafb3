// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/map_buffer.h"

namespace digitlab::lanes {

MapBuffer::MapBuffer(const Shape& shape, std::ptrdiff_t border)
    : m_memory(kLanes * shape.channels * (shape.height + 2 * border) * (shape.width + 2 * border)) {
    m_maps.row = (shape.width + 2 * border) * kLanes;
    m_maps.plane = (shape.height + 2 * border) * m_maps.row;
    m_maps.data = m_memory.data() + border * (m_maps.row + kLanes);
}

UnitBuffer::UnitBuffer(std::int64_t units, std::int64_t lanes)
    : m_units(units)
    , m_stride(wholeLanes(lanes))
    , m_memory(wholeLanes(units) * m_stride) {}

Maps UnitBuffer::maps(const Shape& shape, std::int64_t block) {
    const std::ptrdiff_t row = shape.width * m_stride;
    return {m_memory.data() + block * kLanes, shape.height * row, row, m_stride};
}

} // namespace digitlab::lanes
