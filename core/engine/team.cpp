// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/team.h"

namespace digitlab {

namespace {

constexpr int kPatience = 4000; ///< looks at a number before sleeping, some 20 to 100 µs

void rest() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

} // namespace

Team::Team(int size, const std::function<std::shared_ptr<void>()>& enter)
    : m_size(size) {
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
    m_isOver = true;
    ++m_jobs;
    m_jobs.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void Team::waitWhile(const std::atomic<unsigned>& number, unsigned old) const {
    for (int i = 0; i < kPatience; ++i) {
        if (number.load(std::memory_order_acquire) != old) {
            return;
        }
        rest();
    }
    number.wait(old, std::memory_order_acquire);
}

void Team::work(int member) {
    for (unsigned done = 0;; ++done) {
        waitWhile(m_jobs, done);
        if (m_isOver) {
            return;
        }
        attempt(member);
    }
}

void Team::attempt(int member) {
    try {
        (*m_job)(member);
        meet(); // the job is over when all are done
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
    --m_running;
}

void Team::run(const Job& job) {
    m_job = &job;
    m_running += m_size; // one may not have left the job before yet
    ++m_jobs;
    m_jobs.notify_all();
    attempt(0);
    if (m_hasFailed) {
        while (m_running > 0) { // the job must outlive those who are still at it
            std::this_thread::yield();
        }
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
