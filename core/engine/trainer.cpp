// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trainer.h"

#include "core/engine/classifier.h"
#include "core/engine/confidence_fit.h"
#include "core/engine/device.h"
#include "core/engine/progress_reporter.h"
#include "core/engine/run_checks.h"
#include "core/engine/run_state.h"
#include "core/engine/samples.h"
#include "core/engine/thread_settings.h"
#include "core/engine/weights.h"
#include "core/training/feed.h"
#include "core/training/schedule.h"
#include "core/training/split.h"

#include <ATen/ATen.h>

namespace digitlab {

namespace {

using Clock = ProgressReporter::Clock;

double seconds(Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

/// One run: it lives in the thread that trains.
class Trainer {
public:
    /// It begins with the first of these tensors as weights; null: with fresh ones.
    Trainer(TrainingConfig config, const std::vector<Tensor>* tensors, const DigitData& data,
            RunControl& control, RunObserver& observer);

    /// Brings a trainer that began with the checkpoint's tensors to where the run had come to.
    void goOnFrom(const Checkpoint& checkpoint);
    /// Learns, and says how that ended: with the weights alone.
    RunOutcome learn();
    /// The same, then scores the test set and fits the confidence.
    RunOutcome run();

private:
    [[nodiscard]] RunStart describeStart() const;
    bool trainEpoch(int epoch);
    void trainBatch(std::int64_t first, std::int64_t count);
    void waitWhilePaused();
    void closeEpoch(int epoch);
    void takeCheckpoint();
    void takeSnapshotIfDue();
    void takeSnapshot();
    [[nodiscard]] std::shared_ptr<const Classifier> classifier() const;
    [[nodiscard]] SampleScores scoresOn(const Samples& samples) const;
    [[nodiscard]] RunOutcome outcome(RunStatus status) const;

    const TrainingConfig m_config;
    RunControl& m_control;
    RunObserver& m_observer;
    const Dataset& m_images; ///< to learn from
    const c10::Device m_device;
    const Split m_split;
    Feed m_feed;
    const Samples m_validation;
    const Samples m_test;
    RunState m_state;
    RunStart m_start;
    ProgressReporter m_progress;

    ModelScores m_scores;
    Confidence m_confidence;
    std::vector<EpochResult> m_epochs; ///< that are over
    EpochSums m_epoch;                 ///< what the epoch to come has come to before a resumed run
    std::uint32_t m_checksum = 0;      ///< of the images, once there is a checkpoint
    Clock::duration m_paused{0};
    double m_trainSeconds = 0;
    double m_epochSeconds = 0; ///< in the training loop
    Clock::time_point m_lastSnapshot = Clock::now();
};

Trainer::Trainer(TrainingConfig config, const std::vector<Tensor>* tensors, const DigitData& data,
                 RunControl& control, RunObserver& observer)
    : m_config(std::move(config))
    , m_control(control)
    , m_observer(observer)
    , m_images(data.train)
    , m_device(torchDevice(m_config.device))
    , m_split(splitTrainingSet(m_config, data.train.count(), data.besides))
    , m_feed(m_config, data.train, m_split.train, &data.mine)
    , m_validation(data.train, m_split.validation, m_device)
    , m_test(data.test, m_device)
    , m_state(m_config, tensors, m_device)
    , m_start(describeStart())
    , m_progress(m_start, observer) {}

RunStart Trainer::describeStart() const {
    return {m_config, parameterCount(m_state.network.layers()), m_feed.count(),
            m_validation.count(), stepsPerEpoch(m_feed.count(), m_config.batchSize)};
}

void Trainer::goOnFrom(const Checkpoint& checkpoint) {
    m_checksum = checksumOf(m_images);
    checkSameData(checkpoint, m_start, m_checksum);
    m_start.step = checkpoint.step;
    m_epochs = checkpoint.history.epochs;
    m_epoch = checkpoint.epoch;
    m_trainSeconds = checkpoint.trainSeconds;
    m_scores.epochs = static_cast<int>((checkpoint.step - 1) / m_start.stepsPerEpoch) + 1;
    if (!m_epochs.empty()) {
        m_scores.validationAccuracy = m_epochs.back().validationAccuracy;
    }
    const auto epochs = static_cast<std::int64_t>(m_epochs.size());
    m_progress.resume(checkpoint.step,
                      epochs * m_feed.count() + static_cast<std::int64_t>(m_epoch.images));
    m_state.restore(checkpoint);
}

RunOutcome Trainer::learn() {
    m_observer.started(m_start);
    for (auto epoch = static_cast<int>(m_epochs.size()) + 1; epoch <= m_config.epochs; ++epoch) {
        if (!trainEpoch(epoch)) {
            takeCheckpoint();
            return outcome(RunStatus::Stopped);
        }
        closeEpoch(epoch);
        const EpochResult& result = m_epochs.back();
        const bool isEnough =
            result.validationLoss && m_state.earlyStopping.isEnough(epoch, *result.validationLoss,
                                                                    m_state.network.tensors());
        m_observer.epochEnded(result);
        takeCheckpoint();
        if (isEnough) {
            break;
        }
    }
    if (const int best = m_state.earlyStopping.restore(m_state.network.tensors()); best > 0) {
        m_scores.epochs = best;
        m_scores.validationAccuracy =
            m_epochs[static_cast<std::size_t>(best) - 1].validationAccuracy;
    }
    return outcome(RunStatus::Finished);
}

/// Trains on each image once. False where a stop was requested before the last batch.
bool Trainer::trainEpoch(int epoch) {
    const std::int64_t steps = m_start.stepsPerEpoch;
    m_feed.beginEpoch(epoch);
    const EpochSums before = std::exchange(m_epoch, {});
    const Clock::time_point start = Clock::now();
    m_paused = {};
    m_progress.beginEpoch(epoch, before);
    std::int64_t step = m_progress.step() - (epoch - 1) * steps;
    for (; step < steps; ++step) {
        waitWhilePaused();
        if (m_control.stopRequested()) {
            break;
        }
        m_scores.epochs = epoch;
        const std::int64_t first = step * m_config.batchSize;
        const std::int64_t end = step + 1 < steps ? first + m_config.batchSize : m_feed.count();
        trainBatch(first, end - first);
        if (m_progress.isDue()) {
            m_progress.report();
        }
        takeSnapshotIfDue();
    }
    m_progress.report();
    m_state.learner->finish();
    const double spent = seconds(Clock::now() - start - m_paused);
    m_trainSeconds += spent;
    m_epochSeconds = before.seconds + spent;
    return step == steps;
}

void Trainer::trainBatch(std::int64_t first, std::int64_t count) {
    const double rate = learningRateAt(m_config, m_progress.step(), m_start.stepsPerEpoch);
    BatchScore score = m_state.learner->learn(m_feed, first, count, rate);
    m_progress.add(count, score.digits, rate, std::move(score.loss), std::move(score.correct));
}

/// Blocks while the run is paused; what was done until then is shown before.
void Trainer::waitWhilePaused() {
    if (!m_control.wouldWait()) {
        m_control.waitWhilePaused(); // takes note of a step
        return;
    }
    m_progress.report();
    if (m_observer.snapshotInterval() > 0) {
        takeSnapshot();
    }
    const Clock::time_point start = Clock::now();
    m_control.waitWhilePaused();
    const Clock::duration paused = Clock::now() - start;
    m_paused += paused;
    m_progress.skip(paused);
}

void Trainer::closeEpoch(int epoch) {
    EpochResult result{
        epoch, m_progress.step(), m_progress.epochLoss(), m_progress.epochAccuracy(), {},
        {},    m_epochSeconds};
    if (m_validation.count() > 0) {
        const Clock::time_point start = Clock::now();
        const SampleScores scores = scoresOn(m_validation);
        const double spent = seconds(Clock::now() - start);
        m_progress.setValidationSeconds(spent);
        result.seconds += spent;
        result.validationLoss = scores.loss;
        result.validationAccuracy = scores.accuracy;
        m_scores.validationAccuracy = scores.accuracy;
    }
    m_epochs.push_back(result);
}

/// Between two steps, all that matters to the next is here.
void Trainer::takeCheckpoint() {
    if (!m_observer.wantsCheckpoints() || m_progress.step() == 0) {
        return;
    }
    if (m_checksum == 0) {
        m_checksum = checksumOf(m_images);
    }
    Checkpoint checkpoint;
    checkpoint.history = {m_start, {}, m_epochs};
    checkpoint.step = m_progress.step();
    if (checkpoint.step % m_start.stepsPerEpoch != 0) {
        checkpoint.epoch = m_progress.epoch();
        checkpoint.epoch.seconds = m_epochSeconds;
    }
    checkpoint.trainSeconds = m_trainSeconds;
    checkpoint.imagesChecksum = m_checksum;
    m_state.save(checkpoint);
    m_observer.checkpointTaken(std::move(checkpoint));
}

void Trainer::takeSnapshotIfDue() {
    const double interval = m_observer.snapshotInterval();
    if (interval > 0 && seconds(Clock::now() - m_lastSnapshot) >= interval) {
        m_progress.report(); // refuses weights that are no numbers
        takeSnapshot();
    }
}

void Trainer::takeSnapshot() {
    if (m_progress.step() > 0) {
        m_state.learner->finish();
        m_observer.snapshotTaken(classifier());
        m_lastSnapshot = Clock::now();
    }
}

/// The network as it is now, in a copy that stays so.
std::shared_ptr<const Classifier> Trainer::classifier() const {
    return makeClassifier(
        {m_config, m_scores, m_confidence,
         fromTorch(tensorsOf(m_state.network.layers()), m_state.network.tensors())},
        m_config.device);
}

/// The learner rests meanwhile, so that its threads are free. Not so for anything smaller:
/// LibTorch's threads go on spinning for a while after each use, at the cost of those that learn.
SampleScores Trainer::scoresOn(const Samples& samples) const {
    const OperatorThreads all(m_config.threads);
    return evaluate(m_state.network, samples);
}

RunOutcome Trainer::outcome(RunStatus status) const {
    RunOutcome outcome;
    outcome.status = status;
    outcome.trainSeconds = m_trainSeconds;
    if (m_progress.step() > 0) { // else it was stopped before anything was learned
        outcome.classifier = classifier();
        outcome.imagesPerSecond = static_cast<double>(m_progress.images()) / m_trainSeconds;
    }
    return outcome;
}

RunOutcome Trainer::run() {
    RunOutcome outcome = learn();
    if (outcome.classifier == nullptr) {
        return outcome;
    }
    const SampleScores scores = scoresOn(m_test);
    outcome.testLoss = m_scores.testLoss = scores.loss;
    outcome.testAccuracy = m_scores.testAccuracy = scores.accuracy;
    m_feed.beginEpoch(m_config.epochs + 1); // images as the network never saw them
    const OperatorThreads all(m_config.threads);
    m_confidence = fitConfidence(m_state.network, m_feed, m_scores.epochs, m_validation);
    outcome.classifier = classifier();
    return outcome;
}

/// The settings of the thread that trains.
struct TrainingThread {
    const OperatorThreads one{1}; // the learner has threads of its own
    const FlushDenormals flush;
};

} // namespace

RunOutcome train(const TrainingConfig& config, const DigitData& data, RunControl& control,
                 RunObserver& observer) {
    const TrainingThread thread;
    return Trainer(decidedConfig(config), nullptr, data, control, observer).run();
}

RunOutcome fineTune(const Model& start, const TrainingConfig& config, const DigitData& data,
                    RunControl& control, RunObserver& observer) {
    const TrainingConfig decided = decidedConfig(config);
    checkTensors(start.tensors, tensorsOf(layersOf(decided.network)));
    const TrainingThread thread;
    return Trainer(decided, &start.tensors, data, control, observer).learn();
}

RunOutcome resume(const Checkpoint& checkpoint, const DigitData& data, RunControl& control,
                  RunObserver& observer) {
    const TrainingConfig decided = decidedConfig(checkpoint.config());
    checkCheckpoint(checkpoint);
    const TrainingThread thread;
    Trainer trainer(decided, &checkpoint.tensors, data, control, observer);
    trainer.goOnFrom(checkpoint);
    return trainer.run();
}

} // namespace digitlab
