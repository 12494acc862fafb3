// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/team.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace digitlab {
namespace {

const auto kNothing = [] { return std::shared_ptr<void>(); };

TEST(Team, EveryMemberDoesEachJobOnce) {
    Team team(3, kNothing);
    std::vector<int> done(3);
    for (int job = 0; job < 1000; ++job) {
        team.run([&](int member) { ++done[static_cast<std::size_t>(member)]; });
    }
    team.finish();
    EXPECT_EQ(done, std::vector<int>(3, 1000));
}

TEST(Team, SeesBehindAMeetingWhatTheOthersWroteBefore) {
    Team team(3, kNothing);
    std::vector<int> values(3);
    std::atomic<int> wrong{0};
    for (int job = 1; job <= 1000; ++job) {
        team.run([&](int member) {
            values[static_cast<std::size_t>(member)] = job;
            team.meet();
            wrong += values == std::vector<int>(3, job) ? 0 : 1;
        });
        team.finish();
    }
    EXPECT_EQ(wrong, 0);
}

TEST(Team, LetsAMemberWorkBetweenItsArrivalAndTheOthers) {
    Team team(2, kNothing);
    std::atomic<bool> hasWorked{false};
    std::atomic<int> wrong{0};
    int value = 0;
    team.run([&](int member) {
        if (member == 1) {
            while (!hasWorked) { // member 0 is not kept waiting for this one
                std::this_thread::yield();
            }
            value = 7;
        }
        const unsigned meeting = team.arrive();
        hasWorked = true;
        team.await(meeting);
        wrong += value == 7 ? 0 : 1;
    });
    team.finish();
    EXPECT_EQ(wrong, 0);
}

TEST(Team, KeepsNobodyWaitingForOneWhoIsStillAtTheLastJob) {
    Team team(3, kNothing);
    std::atomic<bool> mayGoOn{false};
    std::vector<int> done(3);
    const auto job = [&](int member) {
        while (member == 2 && !mayGoOn) {
            std::this_thread::yield();
        }
        ++done[static_cast<std::size_t>(member)];
    };
    team.run(job);
    team.run(job);
    EXPECT_EQ(done[0], 2);
    mayGoOn = true;
    team.finish();
    EXPECT_EQ(done, std::vector<int>(3, 2));
}

TEST(Team, MeetsInTheNextJobWhoArrivedInTheLast) {
    Team team(2, kNothing);
    std::vector<int> values(2);
    std::vector<unsigned> meetings(2);
    std::atomic<int> wrong{0};
    for (int round = 1; round <= 1000; ++round) {
        team.run([&, round](int member) {
            values[static_cast<std::size_t>(member)] = round;
            meetings[static_cast<std::size_t>(member)] = team.arrive();
        });
        team.run([&, round](int member) {
            team.await(meetings[static_cast<std::size_t>(member)]);
            wrong += values == std::vector<int>(2, round) ? 0 : 1;
            team.meet(); // nobody writes before all have read
        });
    }
    team.finish();
    EXPECT_EQ(wrong, 0);
}

TEST(Team, EndsTheJobsBeforeItGoes) {
    std::atomic<int> done{0};
    {
        Team team(3, kNothing);
        team.run([&](int member) {
            std::this_thread::sleep_for(std::chrono::milliseconds(member));
            ++done;
        });
    }
    EXPECT_EQ(done, 3);
}

TEST(Team, TellsWhatAMemberThrew) {
    for (const int culprit : {0, 1, 2}) {
        Team team(3, kNothing);
        const auto job = [&](int member) {
            if (member == culprit) {
                throw std::runtime_error("no");
            }
            team.meet(); // nobody waits for one who has failed
            team.meet();
        };
        const auto work = [&] {
            team.run(job);
            team.finish();
        };
        EXPECT_THROW(work(), std::runtime_error) << culprit;
        EXPECT_THROW(team.finish(), std::runtime_error) << culprit;
    }
}

TEST(Team, EntersEachNewThreadOnceAndLeavesIt) {
    std::atomic<int> alive{0};
    {
        Team team(3, [&] {
            ++alive;
            return std::shared_ptr<void>(nullptr, [&](void*) { --alive; });
        });
        team.run([](int) {});
        team.finish();
        EXPECT_EQ(alive, 2);
    }
    EXPECT_EQ(alive, 0);
}

TEST(Part, CoversEachThingOnce) {
    for (const std::int64_t count : {0, 1, 7, 64}) {
        std::int64_t next = 0;
        for (int member = 0; member < 5; ++member) {
            const Part part(count, member, 5);
            EXPECT_EQ(part.first, next);
            EXPECT_LE(part.size(), count / 5 + 1);
            next = part.last;
        }
        EXPECT_EQ(next, count);
    }
}

} // namespace
} // namespace digitlab
