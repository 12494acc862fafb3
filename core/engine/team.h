// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace digitlab {

/// Threads that carry out jobs together, many hundred times a second. They wait for each other in a
/// loop, which is quicker than to fall asleep and be woken, and sleep only where it takes long.
class Team {
public:
    /// What each member does, given its number from 0 to size() - 1. Member 0 is whoever calls
    /// run().
    using Job = std::function<void(int member)>;

    /// `enter` is called once in each new thread, and returns what lives as long as the thread: its
    /// settings, say. Throws std::system_error where the system gives no more threads.
    Team(int size, const std::function<std::shared_ptr<void>()>& enter);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    [[nodiscard]] int size() const { return m_size; }

    /// Has all members do a job, and returns when member 0 has done its part: the others may still
    /// be at theirs, and go on with the next job by themselves. Throws what the first of them threw
    /// as soon as that is known; the team can do nothing more after that.
    void run(Job job);

    /// Waits until all members have done all jobs. What they wrote is seen behind it. Throws as
    /// run() does.
    void finish();

    /// Within a job: waits until all members have come here. What they wrote before is seen by all
    /// behind it. Throws where a member failed, who would be waited for in vain.
    void meet() { await(arrive()); }

    /// The two halves of a meeting: says that this member has come, and waits for the others.
    /// Between them it can do what nobody waits for, so that one who is late keeps nobody idle.
    /// What arrive() gives is for await(), which must come before the next meeting, in the same job
    /// or in the next one.
    [[nodiscard]] unsigned arrive();
    void await(unsigned meeting);
    /// The same, but calls `work` as long as others are missing and it says true: that there was
    /// something to do.
    template <class Work>
    void await(unsigned meeting, const Work& work) {
        while (m_meetings.load(std::memory_order_acquire) == meeting && work()) {
        }
        await(meeting);
    }

private:
    struct Abandoned {}; ///< thrown through the jobs of those who wait for one who failed

    void disband();
    void work(int member);
    void attempt(int member, unsigned job);
    void waitForAll() const;
    void throwWhatFailed() const;
    /// Waits as long as a number is what it was.
    template <class Number>
    void waitWhile(const std::atomic<Number>& number, Number old) const;

    const int m_size;
    const int m_patience;
    std::atomic<unsigned> m_jobs{0}; ///< how many were given out
    /// A job, and how many members have not done it yet.
    struct Given {
        Job job;
        std::atomic<int> missing{0};
    };
    std::array<Given, 2> m_given; ///< the last two, by turns: who is late is at the one before
    std::atomic<unsigned> m_meetings{0};
    std::atomic<int> m_arrived{0}; ///< at the meeting to come
    std::atomic<bool> m_hasFailed{false};
    std::atomic<bool> m_isOver{false};
    std::mutex m_failureMutex;
    std::exception_ptr m_failure;
    std::vector<std::thread> m_threads;
};

/// The part of `count` things that a member does: from first to last, without last. The parts
/// differ by one at most, or by one piece where things must stay together in pieces of so many.
struct Part {
    std::int64_t first;
    std::int64_t last;

    Part(std::int64_t count, int member, int members, std::int64_t piece = 1)
        : first(begin(count, member, members, piece))
        , last(begin(count, member + 1, members, piece)) {}
    [[nodiscard]] std::int64_t size() const { return last - first; }

private:
    static std::int64_t begin(std::int64_t count, int member, int members, std::int64_t piece) {
        const std::int64_t pieces = (count + piece - 1) / piece;
        return std::min(pieces * member / members * piece, count);
    }
};

} // namespace digitlab
