// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trainer.h"

#include "core/engine/classifier.h"
#include "core/engine/confidence_fit.h"
#include "core/engine/device.h"
#include "core/engine/early_stopping.h"
#include "core/engine/learner.h"
#include "core/engine/progress_reporter.h"
#include "core/engine/samples.h"
#include "core/engine/thread_settings.h"
#include "core/engine/weights.h"
#include "core/error.h"
#include "core/training/feed.h"
#include "core/training/fields.h"
#include "core/training/schedule.h"
#include "core/training/split.h"

#include <ATen/ATen.h>

#include <thread>

namespace digitlab {

namespace {

using Clock = ProgressReporter::Clock;

constexpr int kMaxThreads = 8; ///< more would wait for each other most of the time

double seconds(Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

/// A network that can learn: with a model's weights, or with fresh ones where there is none.
NetworkModule startOf(const TrainingConfig& config, const Model* model, c10::Device device) {
    std::vector<Layer> layers = layersOf(config.network);
    std::vector<at::Tensor> tensors =
        model != nullptr ? toWeights(*model) : freshWeights(layers, config.seed);
    for (at::Tensor& tensor : tensors) {
        tensor = tensor.to(device);
    }
    return {std::move(layers), std::move(tensors)};
}

std::unique_ptr<Learner> makeLearner(const TrainingConfig& config, NetworkModule& network,
                                     c10::Device device) {
    return device.is_cpu() ? makeLaneLearner(config, network)
                           : makeAutogradLearner(config, network, device);
}

/// One run: it lives in the thread that trains.
class Trainer {
public:
    Trainer(const TrainingConfig& config, const Model* start, const DigitData& data,
            RunControl& control, RunObserver& observer);

    RunOutcome run();

private:
    [[nodiscard]] RunStart describeStart() const;
    bool trainEpoch(int epoch);
    void trainBatch(std::int64_t first, std::int64_t count);
    void waitWhilePaused();
    EpochResult closeEpoch(int epoch, double trainSeconds);
    void takeSnapshotIfDue();
    void takeSnapshot();
    [[nodiscard]] std::shared_ptr<const Classifier> classifier() const;
    [[nodiscard]] SampleScores scoresOn(const Samples& samples) const;
    RunOutcome outcome(RunStatus status);

    const TrainingConfig& m_config;
    RunControl& m_control;
    RunObserver& m_observer;
    const c10::Device m_device;
    const Split m_split;
    Feed m_feed;
    const Samples m_validation;
    const Samples m_test;
    NetworkModule m_network;
    const std::unique_ptr<Learner> m_learner;
    EarlyStopping m_earlyStopping;
    const RunStart m_start;
    ProgressReporter m_progress;

    ModelScores m_scores;
    Confidence m_confidence;
    std::vector<double> m_validationAccuracies; ///< of each epoch
    Clock::duration m_paused{0};
    double m_trainSeconds = 0;
    Clock::time_point m_lastSnapshot = Clock::now();
};

Trainer::Trainer(const TrainingConfig& config, const Model* start, const DigitData& data,
                 RunControl& control, RunObserver& observer)
    : m_config(config)
    , m_control(control)
    , m_observer(observer)
    , m_device(torchDevice(config.device))
    , m_split(splitTrainingSet(config, data.train.count()))
    , m_feed(config, data.train, m_split.train, &data.mine)
    , m_validation(data.train, m_split.validation, m_device)
    , m_test(data.test, m_device)
    , m_network(startOf(config, start, m_device))
    , m_learner(makeLearner(config, m_network, m_device))
    , m_earlyStopping(config.patience)
    , m_start(describeStart())
    , m_progress(m_start, observer) {}

RunStart Trainer::describeStart() const {
    return {m_config, parameterCount(m_network.layers()), m_feed.count(), m_validation.count(),
            stepsPerEpoch(m_feed.count(), m_config.batchSize)};
}

RunOutcome Trainer::run() {
    m_observer.started(m_start);
    for (int epoch = 1; epoch <= m_config.epochs; ++epoch) {
        const double before = m_trainSeconds;
        if (!trainEpoch(epoch)) {
            return outcome(RunStatus::Stopped);
        }
        const EpochResult result = closeEpoch(epoch, m_trainSeconds - before);
        m_observer.epochEnded(result);
        if (result.validationLoss &&
            m_earlyStopping.isEnough(epoch, *result.validationLoss, m_network.tensors())) {
            break;
        }
    }
    if (const int best = m_earlyStopping.restore(m_network.tensors()); best > 0) {
        m_scores.epochs = best;
        m_scores.validationAccuracy = m_validationAccuracies[static_cast<std::size_t>(best) - 1];
    }
    return outcome(RunStatus::Finished);
}

/// Trains on each image once. False where a stop was requested before the last batch.
bool Trainer::trainEpoch(int epoch) {
    const std::int64_t steps = m_start.stepsPerEpoch;
    m_feed.beginEpoch(epoch);
    const Clock::time_point start = Clock::now();
    m_paused = {};
    m_progress.beginEpoch(epoch);
    std::int64_t step = 0;
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
    m_trainSeconds += seconds(Clock::now() - start - m_paused);
    return step == steps;
}

void Trainer::trainBatch(std::int64_t first, std::int64_t count) {
    const double rate = learningRateAt(m_config, m_progress.step(), m_start.stepsPerEpoch);
    BatchScore score = m_learner->learn(m_feed, first, count, rate);
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

EpochResult Trainer::closeEpoch(int epoch, double trainSeconds) {
    EpochResult result{
        epoch, m_progress.step(), m_progress.epochLoss(), m_progress.epochAccuracy(), {},
        {},    trainSeconds};
    if (m_validation.count() > 0) {
        const Clock::time_point start = Clock::now();
        const SampleScores scores = scoresOn(m_validation);
        const double spent = seconds(Clock::now() - start);
        m_progress.setValidationSeconds(spent);
        result.seconds += spent;
        result.validationLoss = scores.loss;
        result.validationAccuracy = scores.accuracy;
        m_scores.validationAccuracy = scores.accuracy;
        m_validationAccuracies.push_back(scores.accuracy);
    }
    return result;
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
        m_observer.snapshotTaken(classifier());
        m_lastSnapshot = Clock::now();
    }
}

/// The network as it is now, in a copy that stays so.
std::shared_ptr<const Classifier> Trainer::classifier() const {
    return makeClassifier(
        {m_config, m_scores, m_confidence, toModelTensors(m_network.layers(), m_network.tensors())},
        m_config.device);
}

/// The learner rests meanwhile, so that its threads are free. Not so for anything smaller:
/// LibTorch's threads go on spinning for a while after each use, at the cost of those that learn.
SampleScores Trainer::scoresOn(const Samples& samples) const {
    const OperatorThreads all(m_config.threads);
    return evaluate(m_network, samples);
}

RunOutcome Trainer::outcome(RunStatus status) {
    RunOutcome outcome;
    outcome.status = status;
    outcome.trainSeconds = m_trainSeconds;
    if (m_progress.step() == 0) {
        return outcome; // stopped before anything was learned
    }
    const SampleScores scores = scoresOn(m_test);
    outcome.testLoss = m_scores.testLoss = scores.loss;
    outcome.testAccuracy = m_scores.testAccuracy = scores.accuracy;
    m_feed.beginEpoch(m_config.epochs + 1); // images as the network never saw them
    const OperatorThreads all(m_config.threads);
    m_confidence = fitConfidence(m_network, m_feed, m_validation);
    outcome.classifier = classifier();
    outcome.imagesPerSecond = static_cast<double>(m_progress.images()) / m_trainSeconds;
    return outcome;
}

/// Refuses what no data can make work.
void check(const TrainingConfig& config) {
    if (const auto problems = problemsOf(config); !problems.empty()) {
        throw Error(problems.front().message);
    }
    if (const Message problem = precisionProblem(config.precision); !problem.empty()) {
        throw Error(Message(DIGITLAB_TEXT("core", "The precision \"bfloat16\" cannot be used: %1. "
                                                  "Choose \"float32\" instead."),
                            {nested(problem)}));
    }
    for (const Layer& layer : layersOf(config.network)) {
        if (layer.kind == LayerKind::BatchNorm && layer.out.isFlat() && config.batchSize == 1) {
            throw Error(Message(
                DIGITLAB_TEXT("core", "Batch norm behind maps of one pixel cannot learn from one "
                                      "image at a time; a batch size of at least 2 is expected.")));
        }
    }
}

/// The number of threads that is asked for, or one for each core: the sums of a run depend on it,
/// so the model tells it.
int threadsFor(const TrainingConfig& config) {
    const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return config.threads > 0 ? config.threads : std::min(cores, kMaxThreads);
}

} // namespace

std::int64_t stepsPerEpoch(std::int64_t images, std::int64_t batchSize) {
    const std::int64_t full = images / batchSize;
    const std::int64_t rest = images % batchSize;
    return full + (rest > 1 || (rest == 1 && full == 0) ? 1 : 0);
}

RunOutcome train(const TrainingConfig& config, const Model* start, const DigitData& data,
                 RunControl& control, RunObserver& observer) {
    check(config);
    if (start != nullptr) {
        checkTensors({config, {}, {}, start->tensors});
    }
    TrainingConfig chosen = config;
    chosen.threads = threadsFor(config);
    const OperatorThreads one(1); // the learner has threads of its own
    const FlushDenormals flush;
    return Trainer(chosen, start, data, control, observer).run();
}

} // namespace digitlab
