// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shared_work.h"

namespace digitlab {

std::optional<SharedWork::Piece> SharedWork::take(int member) {
    const int members = static_cast<int>(m_left.size());
    for (int i = 0; i < members; ++i) {
        if (const auto piece = takeOf((member + i) % members)) {
            return piece;
        }
    }
    return {};
}

std::optional<SharedWork::Piece> SharedWork::takeOf(int owner) {
    std::atomic<int>& left = m_left[static_cast<std::size_t>(owner)].pieces;
    int pieces = left.load(std::memory_order_acquire);
    while (pieces > 0) {
        if (left.compare_exchange_weak(pieces, pieces - 1, std::memory_order_acq_rel,
                                       std::memory_order_acquire)) {
            return Piece{owner, pieces - 1};
        }
    }
    return {};
}

} // namespace digitlab
