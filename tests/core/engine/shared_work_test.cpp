// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shared_work.h"

#include "core/engine/team.h"

#include <gtest/gtest.h>

#include <array>

namespace digitlab {
namespace {

TEST(SharedWork, HasNothingToDoBeforeSomethingIsOffered) {
    SharedWork work(2);
    EXPECT_FALSE(work.take(0));
    work.offer(0, 0);
    EXPECT_FALSE(work.take(1));
}

TEST(SharedWork, GivesAMemberItsOwnPiecesFirst) {
    SharedWork work(3);
    work.offer(0, 2);
    work.offer(1, 2);
    std::vector<int> owners;
    while (const auto piece = work.take(1)) {
        owners.push_back(piece->owner);
    }
    EXPECT_EQ(owners, (std::vector{1, 1, 0, 0}));
}

TEST(SharedWork, EachPieceIsDoneOnceWhoeverTakesIt) {
    constexpr int kMembers = 3;
    constexpr int kPieces = 5;
    Team team(kMembers, [] { return std::shared_ptr<void>(); });
    SharedWork work(kMembers);
    std::array<std::array<std::atomic<int>, kPieces>, kMembers> done{};
    constexpr int kRounds = 1000;
    for (int round = 0; round < kRounds; ++round) {
        team.run([&](int member) {
            work.offer(member, kPieces);
            while (const auto piece = work.take(member)) {
                ++done.at(static_cast<std::size_t>(piece->owner))
                      .at(static_cast<std::size_t>(piece->number));
            }
        });
    }
    team.finish();
    for (const auto& pieces : done) {
        for (const std::atomic<int>& times : pieces) {
            EXPECT_EQ(times, kRounds);
        }
    }
}

TEST(SharedWork, IsDoneForAMemberThatDoesSomethingElse) {
    Team team(2, [] { return std::shared_ptr<void>(); });
    SharedWork work(2);
    std::atomic<int> left{4};
    team.run([&](int member) {
        if (member == 1) {
            work.offer(1, 4);
            while (left > 0) { // it does none of its own
                std::this_thread::yield();
            }
        }
        team.await(team.arrive(), [&] {
            left -= work.take(member) ? 1 : 0;
            return left > 0;
        });
    });
    team.finish();
    EXPECT_EQ(left, 0);
}

} // namespace
} // namespace digitlab
