// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/team.h"

namespace digitlab {

namespace {

/// How often a member looks at a number before it sleeps. For 0.5 to 1 ms on x86, longer than a
/// window takes the core of another member for an event: who sleeps leaves its own core to what
/// comes next. Where members share cores, looking keeps the one from work that is waited for.
int patienceOf(int members) {
    constexpr int kWithOwnCores = 25'000;
    constexpr int kOnSharedCores = 4000;
    return members <= static_cast<int>(std::thread::hardware_concurrency()) ? kWithOwnCores
                                                                            : kOnSharedCores;
}

void rest() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

} // namespace

template <class Number>
void Team::waitWhile(const std::atomic<Number>& number, Number old) const {
    for (int i = 0; i < m_patience; ++i) {
        if (number.load(std::memory_order_acquire) != old) {
            return;
        }
        rest();
    }
    number.wait(old, std::memory_order_acquire);
}

Team::Team(int size, const std::function<std::shared_ptr<void>()>& enter)
    : m_size(size)
    , m_patience(patienceOf(size)) {
    try {
        for (int member = 1; member < size; ++member) {
            m_threads.emplace_back([this, member, enter] {
                const std::shared_ptr<void> settings = enter();
                work(member);
            });
        }
    } catch (...) { // the system gives no more threads
        disband();
        throw;
    }
}

Team::~Team() {
    disband();
}

void Team::disband() {
    waitForAll();
    m_isOver = true;
    ++m_jobs;
    m_jobs.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void Team::work(int member) {
    for (unsigned done = 0;; ++done) {
        waitWhile(m_jobs, done);
        if (m_isOver) {
            return;
        }
        attempt(member, done);
    }
}

void Team::attempt(int member, unsigned job) {
    Given& given = m_given[job % m_given.size()];
    try {
        given.job(member);
    } catch (const Abandoned&) {
        // Who failed says so.
    } catch (...) {
        const std::lock_guard lock(m_failureMutex);
        if (!m_failure) {
            m_failure = std::current_exception();
        }
        m_hasFailed = true;
        ++m_meetings; // whoever waits looks up
        m_meetings.notify_all();
    }
    --given.missing;
    given.missing.notify_all();
}

void Team::run(Job job) {
    const unsigned number = m_jobs.load();
    Given& given = m_given[number % m_given.size()];
    while (const int missing = given.missing.load()) {
        waitWhile(given.missing, missing);
    }
    given.job = std::move(job);
    given.missing = m_size;
    ++m_jobs;
    m_jobs.notify_all();
    attempt(0, number);
    throwWhatFailed();
}

void Team::finish() {
    waitForAll();
    throwWhatFailed();
}

void Team::waitForAll() const {
    for (const Given& given : m_given) {
        while (const int missing = given.missing.load()) {
            waitWhile(given.missing, missing);
        }
    }
}

void Team::throwWhatFailed() const {
    if (m_hasFailed) {
        waitForAll(); // the jobs must outlive those who are still at them
        std::rethrow_exception(m_failure);
    }
}

unsigned Team::arrive() {
    const unsigned meeting = m_meetings.load();
    if (m_hasFailed) {
        throw Abandoned();
    }
    if (m_arrived.fetch_add(1, std::memory_order_acq_rel) + 1 == m_size) {
        m_arrived.store(0, std::memory_order_relaxed);
        m_meetings.fetch_add(1, std::memory_order_acq_rel);
        m_meetings.notify_all();
    }
    return meeting;
}

void Team::await(unsigned meeting) {
    waitWhile(m_meetings, meeting);
    if (m_hasFailed) {
        throw Abandoned();
    }
}

} // namespace digitlab
