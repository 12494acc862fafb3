// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/kernel_choice.h"
#include "core/error.h"
#include "core/model/checkpoint_file.h"
#include "tests/core/engine/learner_fixture.h"

namespace digitlab {
namespace {

/// A network as small as tinyConfig()'s, with as many layers as its preset has: a file tells the
/// preset, and what is changed in it.
TrainingConfig smallConfig() {
    TrainingConfig config = tinyConfig();
    config.network.convs.push_back({.channels = 5, .kernel = 3, .padding = 0, .pool = 1});
    config.epochs = 3;
    return config;
}

TrainingConfig configOf(Optimizer optimizer, double learningRate) {
    TrainingConfig config = smallConfig();
    config.optimizer = optimizer;
    config.learningRate = learningRate;
    return config;
}

/// Keeps a run's last checkpoint, as its file gives it back, and stops the run at a step.
class Keeper : public Recorder {
public:
    Keeper(RunControl& control, std::int64_t stopAt)
        : m_control(control)
        , m_stopAt(stopAt) {
        control.pause(); // so that each step is waited for
        for (std::int64_t step = 0; step < stopAt; ++step) {
            control.stepOnce();
        }
    }

    void progressed(const Progress& progress) override {
        Recorder::progressed(progress);
        if (progress.step == m_stopAt) {
            m_control.requestStop();
        }
    }
    [[nodiscard]] bool wantsCheckpoints() const override { return true; }
    void checkpointTaken(Checkpoint&& taken) override {
        checkpoint = parseCheckpoint(toSafetensors(std::move(taken)), "checkpoint");
    }

    Checkpoint checkpoint;

private:
    RunControl& m_control;
    const std::int64_t m_stopAt;
};

class ResumeTest : public EngineTest {
protected:
    /// Trains until so many batches were learned from.
    Checkpoint checkpointAfter(std::int64_t steps, const TrainingConfig& config,
                               const DigitData& data) {
        RunControl control;
        Keeper keeper(control, steps);
        const RunOutcome outcome = engine->train(config, data, control, keeper);
        EXPECT_EQ(outcome.status, RunStatus::Stopped) << outcome.failure.english();
        EXPECT_EQ(keeper.checkpoint.step, steps);
        return keeper.checkpoint;
    }

    RunOutcome resume(const Checkpoint& checkpoint, const DigitData& data) {
        recorder = {};
        RunControl control;
        return engine->resume(checkpoint, data, control, recorder);
    }

    /// A run that is stopped at this step and goes on becomes what `whole` became undisturbed.
    void expectTheSame(const Model& whole, const std::vector<EpochResult>& epochs,
                       std::int64_t stopAt, const TrainingConfig& config, const DigitData& data) {
        SCOPED_TRACE(testing::Message() << "stopped at " << stopAt);
        const RunOutcome resumed = resume(checkpointAfter(stopAt, config, data), data);
        ASSERT_EQ(resumed.status, RunStatus::Finished) << resumed.failure.english();
        const Model& model = resumed.classifier->model();
        EXPECT_EQ(firstDifference(model, whole), "");
        EXPECT_EQ(model.confidence, whole.confidence);
        EXPECT_EQ(model.scores.testLoss, whole.scores.testLoss);
        EXPECT_EQ(model.scores.validationAccuracy, whole.scores.validationAccuracy);
        EXPECT_EQ(model.scores.epochs, whole.scores.epochs);
        ASSERT_FALSE(recorder.epochs.empty());
        const EpochResult& before =
            epochs.at(static_cast<std::size_t>(recorder.epochs[0].epoch - 1));
        EXPECT_EQ(recorder.epochs[0].trainLoss, before.trainLoss);
        EXPECT_EQ(recorder.epochs[0].trainAccuracy, before.trainAccuracy);
        EXPECT_EQ(recorder.starts.at(0).step, stopAt);
        EXPECT_EQ(recorder.batches.front().step, stopAt + 1);
    }

    const DigitData bars = barData(500, 100); // 400 to learn from: 20 steps an epoch
};

TEST_F(ResumeTest, LearnsAsIfNobodyHadStoppedIt) {
    TrainingConfig everything = configOf(Optimizer::AdamW, 0.01);
    everything.network.batchNorm = true;
    everything.network.dropout = 0.3;
    everything.schedule = Schedule::OneCycle;
    everything.weightDecay = 0.01;
    everything.augmentation = {.rotation = 5, .shift = 1, .scale = 5, .shear = 5};
    everything.nonDigits = 10;
    std::vector<TrainingConfig> configs{everything, configOf(Optimizer::Sgd, 0.05),
                                        configOf(Optimizer::Adam, 0.01),
                                        configOf(Optimizer::RmsProp, 0.001)};
    if (lanes::pairKernels() != nullptr) {
        configs.push_back(everything);
        configs.back().precision = Precision::BFloat16;
    }
    for (const TrainingConfig& config : configs) {
        SCOPED_TRACE(static_cast<int>(config.optimizer));
        const Model whole = train(config, bars).classifier->model();
        const std::vector<EpochResult> epochs = recorder.epochs;
        for (const std::int64_t stopAt : {7, 20, 33}) { // within an epoch, and between two
            expectTheSame(whole, epochs, stopAt, config, bars);
        }
    }
}

TEST_F(ResumeTest, EarlyStoppingGoesOnToo) {
    const DigitData noise = withRandomLabels(bars); // only the training loss can fall
    TrainingConfig config = smallConfig();
    config.schedule = Schedule::Constant;
    config.epochs = 60;
    config.patience = 3;
    const Model whole = train(config, noise).classifier->model();
    const std::vector<EpochResult> epochs = recorder.epochs;
    ASSERT_LT(epochs.size(), 60U);
    const auto last = static_cast<std::int64_t>(epochs.size());
    // The best epoch lies before the second of these.
    expectTheSame(whole, epochs, 5, config, noise);
    expectTheSame(whole, epochs, 20 * (last - 1) + 5, config, noise);
}

TEST_F(ResumeTest, GoesOnFurtherAsIfItHadBeenAskedToFromTheStart) {
    TrainingConfig config = smallConfig();
    config.schedule = Schedule::Constant;
    config.epochs = 4;
    const Model whole = train(config, bars).classifier->model();

    config.epochs = 2;
    RunControl control;
    Keeper keeper(control, 1'000); // longer than the run
    ASSERT_EQ(engine->train(config, bars, control, keeper).status, RunStatus::Finished);
    Checkpoint checkpoint = keeper.checkpoint;
    EXPECT_EQ(resume(checkpoint, bars).failure.english(),
              "The run has nothing left to do: 2 of 2 epochs are done.");
    setEpochs(checkpoint, 4);
    EXPECT_EQ(firstDifference(resume(checkpoint, bars).classifier->model(), whole), "");

    checkpoint.history.start.config.schedule = Schedule::OneCycle;
    EXPECT_THROW(setEpochs(checkpoint, 5), Error);
}

TEST_F(ResumeTest, RefusesOtherImages) {
    const Checkpoint checkpoint = checkpointAfter(7, smallConfig(), bars);
    DigitData other = bars;
    other.train.images.pixels[3] ^= 1U;
    const RunOutcome outcome = resume(checkpoint, other);
    EXPECT_EQ(outcome.status, RunStatus::Failed);
    EXPECT_NE(outcome.failure.english().find("other images"), std::string::npos);
    EXPECT_TRUE(recorder.starts.empty());
}

TEST_F(ResumeTest, RefusesTensorsThatDoNotFit) {
    Checkpoint checkpoint = checkpointAfter(7, smallConfig(), bars);
    checkpoint.tensors.pop_back();
    EXPECT_EQ(resume(checkpoint, bars).status, RunStatus::Failed);
}

/// The learner of other devices, on this one.
TEST(AutogradLearner, ResumesAsIfNobodyHadStoppedIt) {
    const DigitData data = barData(100, 10);
    for (const Optimizer optimizer :
         {Optimizer::Sgd, Optimizer::Adam, Optimizer::AdamW, Optimizer::RmsProp}) {
        SCOPED_TRACE(static_cast<int>(optimizer));
        TrainingConfig config = configOf(optimizer, 0.01);
        config.network.dropout = 0.4;
        Feed feed(config, data.train, firstIndices(100));
        NetworkModule whole = networkOf(config);
        const auto learner = makeAutogradLearner(config, whole, c10::kCPU);
        learner->learn(feed, 0, 41, 0.05);
        learner->learn(feed, 10, 41, 0.05);

        std::vector<at::Tensor> tensors;
        for (const at::Tensor& tensor : whole.tensors()) {
            tensors.push_back(tensor.detach().clone());
        }
        NetworkModule resumed(whole.layers(), tensors);
        const auto other = makeAutogradLearner(config, resumed, c10::kCPU);
        const std::vector<at::Tensor> memory = learner->memory();
        EXPECT_EQ(memory.size(), whole.parameters().size() * (optimizer == Optimizer::Sgd ? 1 : 2));
        other->resume(2, memory);
        for (const auto& each : {learner.get(), other.get()}) {
            each->learn(feed, 30, 41, 0.05);
        }
        for (std::size_t t = 0; t < tensors.size(); ++t) {
            EXPECT_TRUE(resumed.tensors()[t].equal(whole.tensors()[t]))
                << tensorsOf(whole.layers())[t].name;
        }
    }
}

} // namespace
} // namespace digitlab
