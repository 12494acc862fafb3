// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_control.h"

#include <gtest/gtest.h>

#include <atomic>
#include <semaphore>
#include <thread>

namespace digitlab {
namespace {

/// A run in a thread of its own that does nothing but count its batches.
class CountingRun {
public:
    explicit CountingRun(RunControl& control)
        : m_control(control)
        , m_thread([this] { work(); }) {}
    ~CountingRun() {
        m_control.requestStop();
        m_thread.join();
    }
    CountingRun(const CountingRun&) = delete;
    CountingRun& operator=(const CountingRun&) = delete;

    /// Blocks until the run has done so many more batches.
    void await(int batches) {
        for (; batches > 0; --batches) {
            m_done.acquire();
        }
    }
    /// Blocks until the run has seen the stop.
    void awaitEnd() { m_ended.acquire(); }
    [[nodiscard]] int batches() const { return m_batches; }

private:
    void work() {
        for (;;) {
            m_control.waitWhilePaused();
            if (m_control.stopRequested()) {
                break;
            }
            ++m_batches;
            m_done.release();
        }
        m_ended.release();
    }

    RunControl& m_control;
    std::atomic<int> m_batches = 0;
    std::counting_semaphore<> m_done{0};
    std::binary_semaphore m_ended{0};
    std::jthread m_thread;
};

TEST(RunControl, RunsUntilItIsStopped) {
    RunControl control;
    EXPECT_FALSE(control.stopRequested());
    CountingRun run(control);
    run.await(100);
    control.requestStop();
    run.awaitEnd();
    EXPECT_TRUE(control.stopRequested());
}

TEST(RunControl, APausedRunDoesNotBegin) {
    for (int round = 0; round < 50; ++round) {
        RunControl control;
        control.pause();
        CountingRun run(control);
        control.requestStop();
        run.awaitEnd();
        EXPECT_EQ(run.batches(), 0);
    }
}

TEST(RunControl, EachStepLetsOneBatchPass) {
    RunControl control;
    control.pause();
    CountingRun run(control);
    for (int step = 1; step <= 20; ++step) {
        control.stepOnce();
        run.await(1);
        EXPECT_EQ(run.batches(), step);
    }
    control.requestStop();
    run.awaitEnd();
    EXPECT_EQ(run.batches(), 20);
}

TEST(RunControl, StepsThatComeBeforeTheRunAreKept) {
    RunControl control;
    control.pause();
    control.stepOnce();
    control.stepOnce();
    CountingRun run(control);
    run.await(2);
    control.requestStop();
    run.awaitEnd();
    EXPECT_EQ(run.batches(), 2);
}

TEST(RunControl, ResumeLetsItRunOn) {
    RunControl control;
    control.pause();
    CountingRun run(control);
    control.stepOnce();
    run.await(1);
    control.resume();
    run.await(100);
    control.requestStop();
    run.awaitEnd();
    EXPECT_GE(run.batches(), 101);
}

TEST(RunControl, StepsOfARunThatIsNotPausedDoNotPileUp) {
    RunControl control;
    control.stepOnce();
    control.stepOnce();
    control.pause();
    CountingRun run(control);
    control.stepOnce();
    run.await(1);
    control.requestStop();
    run.awaitEnd();
    EXPECT_EQ(run.batches(), 1);
}

TEST(RunControl, StopEndsAPause) {
    RunControl control;
    CountingRun run(control);
    run.await(1);
    control.pause();
    control.requestStop();
    run.awaitEnd(); // blocks for ever where it does not
}

TEST(RunControl, PausesInTheMiddle) {
    RunControl control;
    CountingRun run(control);
    run.await(1);
    control.pause();
    // At most the batch that had begun is still done, however often the run could have gone on.
    const int atPause = run.batches();
    for (int i = 0; i < 1000; ++i) {
        std::this_thread::yield();
    }
    EXPECT_LE(run.batches(), atPause + 1);
}

} // namespace
} // namespace digitlab
