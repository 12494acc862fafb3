// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <optional>

namespace digitlab {

/// Pieces of a job that any member of a team can do. Each member offers its own; who takes one gets
/// first its own, then somebody else's, so that a member whose core does something else for a while
/// delays the others less. Who needs what comes of them meets the others behind it, as take() tells
/// only that nothing is left to begin. All functions may be called by all members at once.
class SharedWork {
public:
    /// A member's piece, counted from 0.
    struct Piece {
        int owner;
        int number;
    };

    explicit SharedWork(int members)
        : m_left(static_cast<std::size_t>(members)) {}

    /// A member offers so many pieces of its own. What it wrote before is seen by who takes one.
    /// None of its pieces may be left from before.
    void offer(int member, int pieces) {
        m_left[static_cast<std::size_t>(member)].pieces.store(pieces, std::memory_order_release);
    }

    /// A piece for this member to do, or none where all that were offered are taken.
    [[nodiscard]] std::optional<Piece> take(int member);

private:
    /// Far from the next one, which another core writes.
    struct alignas(64) Left {
        std::atomic<int> pieces{0};
    };

    std::optional<Piece> takeOf(int owner);

    std::deque<Left> m_left; ///< of each member
};

} // namespace digitlab
