// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/engine_fixture.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace digitlab {
namespace {

using Control = EngineTest;

/// Stops the run when it has heard of the first batches.
class Stopper : public Recorder {
public:
    explicit Stopper(RunControl& control)
        : m_control(control) {}
    void progressed(const Progress& progress) override {
        Recorder::progressed(progress);
        m_control.requestStop();
    }

private:
    RunControl& m_control;
};

TEST_F(Control, StopKeepsWhatWasLearned) {
    TrainingConfig config = tinyConfig();
    config.epochs = 1000;
    RunControl control;
    Stopper stopper(control);
    const DigitData bars = barData(5000, 100);
    const RunOutcome outcome = engine->train(config, bars, control, stopper);
    EXPECT_EQ(outcome.status, RunStatus::Stopped);
    EXPECT_TRUE(outcome.failure.empty());
    EXPECT_LT(stopper.batches.size(), 1000U);
    EXPECT_TRUE(outcome.testAccuracy.has_value());
    ASSERT_NE(outcome.classifier, nullptr);
    EXPECT_NE(firstDifference(outcome.classifier->model(), engine->create(config)), "");
    EXPECT_EQ(outcome.classifier->model().scores.testAccuracy, outcome.testAccuracy);
    EXPECT_GE(outcome.classifier->model().scores.epochs, 1);
}

TEST_F(Control, StopBeforeTheFirstBatchLearnsNothing) {
    RunControl control;
    control.requestStop();
    const RunOutcome outcome = engine->train(tinyConfig(), barData(500, 100), control, recorder);
    EXPECT_EQ(outcome.status, RunStatus::Stopped);
    EXPECT_EQ(outcome.classifier, nullptr);
    EXPECT_FALSE(outcome.testAccuracy.has_value());
    EXPECT_TRUE(recorder.batches.empty());
}

/// Lets another thread wait until a number of batches was reported, and keeps the snapshots.
class Watcher : public RunObserver {
public:
    void progressed(const Progress& progress) override {
        const std::lock_guard lock(m_mutex);
        m_batches.insert(m_batches.end(), progress.batches.begin(), progress.batches.end());
        m_changed.notify_all();
    }
    [[nodiscard]] double snapshotInterval() const override { return 1e-9; }
    void snapshotTaken(std::shared_ptr<const Classifier> snapshot) override {
        const std::lock_guard lock(m_mutex);
        m_snapshots.push_back(std::move(snapshot));
    }

    std::vector<BatchResult> waitForBatches(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(60),
                           [&] { return m_batches.size() >= count; });
        return m_batches;
    }
    std::vector<std::shared_ptr<const Classifier>> snapshots() {
        const std::lock_guard lock(m_mutex);
        return m_snapshots;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<BatchResult> m_batches;
    std::vector<std::shared_ptr<const Classifier>> m_snapshots;
};

TEST_F(Control, APausedRunGoesStepByStep) {
    TrainingConfig config = tinyConfig();
    config.epochs = 2;
    const DigitData bars = barData(500, 100);
    RunControl control;
    control.pause();
    Watcher watcher;
    RunOutcome outcome;
    std::jthread worker([&] { outcome = engine->train(config, bars, control, watcher); });

    control.stepOnce();
    ASSERT_EQ(watcher.waitForBatches(1).size(), 1U);
    control.stepOnce();
    control.stepOnce();
    ASSERT_EQ(watcher.waitForBatches(3).size(), 3U);
    control.resume();
    worker.join();

    EXPECT_EQ(outcome.status, RunStatus::Finished);
    const auto batches = watcher.waitForBatches(40);
    ASSERT_EQ(batches.size(), 40U);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        EXPECT_EQ(batches[i].step, static_cast<std::int64_t>(i) + 1);
    }
    // A pause changes nothing in what is learned.
    EXPECT_EQ(firstDifference(outcome.classifier->model(), train(config, bars).classifier->model()),
              "");
}

TEST_F(Control, APausedRunCanBeStopped) {
    RunControl control;
    control.pause();
    Watcher watcher;
    RunOutcome outcome;
    const DigitData bars = barData(500, 100);
    std::jthread worker([&] { outcome = engine->train(tinyConfig(), bars, control, watcher); });
    control.stepOnce();
    (void)watcher.waitForBatches(1);
    control.requestStop();
    worker.join();
    EXPECT_EQ(outcome.status, RunStatus::Stopped);
    EXPECT_NE(outcome.classifier, nullptr);
}

TEST_F(Control, SnapshotsStayAsTheyWere) {
    RunControl control;
    control.pause();
    Watcher watcher;
    const DigitData bars = barData(500, 100);
    const DigitImage image = imageOf(bars.test, 0);
    RunOutcome outcome;
    std::jthread worker([&] { outcome = engine->train(tinyConfig(), bars, control, watcher); });
    control.stepOnce();
    (void)watcher.waitForBatches(1);
    // The snapshot may come a moment after the report; the next step comes after it.
    control.stepOnce();
    (void)watcher.waitForBatches(2);
    const auto early = watcher.snapshots().front();
    const Verdict before = early->lookInside(image).verdict;
    const Model copy = early->model();
    control.resume();
    worker.join();

    EXPECT_EQ(early->lookInside(image).verdict, before);
    EXPECT_EQ(firstDifference(early->model(), copy), "");
    EXPECT_NE(firstDifference(early->model(), outcome.classifier->model()), "");
    EXPECT_GT(watcher.snapshots().size(), 2U);
}

} // namespace
} // namespace digitlab
