// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/large_pages.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace digitlab::lanes {

/// The memory of all that a learner works on. It is taken piece by piece and freed as a whole.
class BufferMemory {
public:
    /// So many numbers that vectors can be loaded from at once; 0 at first.
    template <class Number>
    Number* take(std::int64_t count) {
        return reinterpret_cast<Number*>(
            takeBytes(static_cast<std::size_t>(count) * sizeof(Number)));
    }

private:
    static constexpr std::size_t kAlignment = 64;
    static constexpr std::size_t kPiece = std::size_t{4} << 20; ///< that is asked for at once

    std::byte* takeBytes(std::size_t bytes) {
        bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
        if (m_pieces.empty() || m_pieces.back().size() - m_used < bytes) {
            m_pieces.emplace_back(std::max(bytes, kPiece));
            m_used = 0;
        }
        std::byte* taken = m_pieces.back().data() + m_used;
        m_used += bytes;
        return taken;
    }

    std::vector<LargePages> m_pieces;
    std::size_t m_used = 0; ///< of the last one
};

} // namespace digitlab::lanes
