// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trainer.h"

#include "core/engine/classifier.h"
#include "core/engine/device.h"
#include "core/engine/early_stopping.h"
#include "core/engine/optimizer.h"
#include "core/engine/progress_reporter.h"
#include "core/engine/random.h"
#include "core/engine/samples.h"
#include "core/engine/thread_settings.h"
#include "core/engine/weights.h"
#include "core/error.h"
#include "core/training/feed.h"
#include "core/training/fields.h"
#include "core/training/schedule.h"
#include "core/training/split.h"

#include <ATen/ATen.h>

namespace digitlab {

namespace {

using Clock = ProgressReporter::Clock;

constexpr std::int64_t kClasses = 10;

double seconds(Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

/// A network with fresh weights that can learn.
NetworkModule freshNetwork(const TrainingConfig& config, c10::Device device) {
    std::vector<Layer> layers = layersOf(config.network);
    std::vector<at::Tensor> tensors = freshWeights(layers, config.seed);
    for (at::Tensor& tensor : tensors) {
        tensor = tensor.to(device);
    }
    NetworkModule network(std::move(layers), std::move(tensors));
    for (const at::Tensor& parameter : network.parameters()) {
        parameter.requires_grad_(true);
    }
    return network;
}

/// What a network is to answer for each image of a batch, as probabilities.
at::Tensor targetsOf(std::span<const std::uint8_t> labels) {
    const auto count = static_cast<std::int64_t>(labels.size());
    at::Tensor targets = at::zeros({count, kClasses}, at::kFloat);
    auto* row = targets.data_ptr<float>();
    for (const std::uint8_t label : labels) {
        if (label == kNoDigit) {
            // To be undecided about what is no digit (outlier exposure, Hendrycks et al. 2019).
            std::fill_n(row, kClasses, 1.F / kClasses);
        } else {
            row[label] = 1;
        }
        row += kClasses;
    }
    return targets;
}

/// One run: it lives in the thread that trains.
class Trainer {
public:
    Trainer(const TrainingConfig& config, const DigitData& data, RunControl& control,
            RunObserver& observer);

    RunOutcome run();

private:
    [[nodiscard]] RunStart describeStart() const;
    bool trainEpoch(int epoch);
    void trainBatch(std::int64_t first, std::int64_t end);
    void waitWhilePaused();
    EpochResult closeEpoch(int epoch, double trainSeconds);
    void takeSnapshotIfDue();
    void takeSnapshot();
    [[nodiscard]] std::shared_ptr<const Classifier> classifier() const;
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
    WeightUpdate m_update;
    EarlyStopping m_earlyStopping;
    at::Generator m_dropout; ///< draws what dropout drops
    const RunStart m_start;
    ProgressReporter m_progress;

    ModelScores m_scores;
    std::vector<double> m_validationAccuracies; ///< of each epoch
    Clock::duration m_paused{0};
    double m_trainSeconds = 0;
    Clock::time_point m_lastSnapshot = Clock::now();
};

Trainer::Trainer(const TrainingConfig& config, const DigitData& data, RunControl& control,
                 RunObserver& observer)
    : m_config(config)
    , m_control(control)
    , m_observer(observer)
    , m_device(torchDevice(config.device))
    , m_split(splitTrainingSet(config, data.train.count()))
    , m_feed(config, data.train, m_split.train)
    , m_validation(data.train, m_split.validation, m_device)
    , m_test(data.test, m_device)
    , m_network(freshNetwork(config, m_device))
    , m_update(config, m_network.parameters())
    , m_earlyStopping(config.patience)
    , m_dropout(makeGenerator(config.seed, RandomStream::Dropout))
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
        trainBatch(first, step + 1 < steps ? first + m_config.batchSize : m_feed.count());
        if (m_progress.isDue()) {
            m_progress.report();
        }
        takeSnapshotIfDue();
    }
    m_progress.report();
    m_trainSeconds += seconds(Clock::now() - start - m_paused);
    return step == steps;
}

/// Trains on the positions from `first` up to, and without, `end` of the epoch.
void Trainer::trainBatch(std::int64_t first, std::int64_t end) {
    const double rate = learningRateAt(m_config, m_progress.step(), m_start.stepsPerEpoch);
    const at::Tensor pixels = at::empty({end - first, 1, kDigitSide, kDigitSide}, at::kByte);
    std::vector<std::uint8_t> labels;
    for (std::int64_t i = first; i < end; ++i) {
        labels.push_back(m_feed.write(i, pixels[i - first].data_ptr<std::uint8_t>()));
    }
    const at::Tensor targets = targetsOf(labels).to(m_device);

    const at::Tensor output = m_network.train(normalise(pixels.to(m_device)), m_dropout);
    const at::Tensor loss = at::cross_entropy_loss(output, targets);
    loss.backward();
    m_update.step(rate);

    // The target of a digit is 1 at its class; a non-digit has no right answer.
    const at::Tensor right = targets.gather(1, output.detach().argmax(1, true)).eq(1).sum();
    const auto digits = end - first - std::ranges::count(labels, kNoDigit);
    m_progress.add(end - first, digits, rate, loss.detach(), right);
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
        const SampleScores scores = evaluate(m_network, m_validation);
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
        {m_config, m_scores, toModelTensors(m_network.layers(), m_network.tensors())},
        m_config.device);
}

RunOutcome Trainer::outcome(RunStatus status) {
    RunOutcome outcome;
    outcome.status = status;
    outcome.trainSeconds = m_trainSeconds;
    if (m_progress.step() == 0) {
        return outcome; // stopped before anything was learned
    }
    const SampleScores scores = evaluate(m_network, m_test);
    outcome.testLoss = m_scores.testLoss = scores.loss;
    outcome.testAccuracy = m_scores.testAccuracy = scores.accuracy;
    outcome.classifier = classifier();
    outcome.imagesPerSecond = static_cast<double>(m_progress.images()) / m_trainSeconds;
    return outcome;
}

/// Refuses what no data can make work.
void check(const TrainingConfig& config) {
    if (const auto problems = problemsOf(config); !problems.empty()) {
        throw Error(problems.front().message);
    }
    for (const Layer& layer : layersOf(config.network)) {
        if (layer.kind == LayerKind::BatchNorm && layer.out.isFlat() && config.batchSize == 1) {
            throw Error(Message(
                DIGITLAB_TEXT("core", "Batch norm behind maps of one pixel cannot learn from one "
                                      "image at a time; a batch size of at least 2 is expected.")));
        }
    }
}

} // namespace

std::int64_t stepsPerEpoch(std::int64_t images, std::int64_t batchSize) {
    const std::int64_t full = images / batchSize;
    const std::int64_t rest = images % batchSize;
    return full + (rest > 1 || (rest == 1 && full == 0) ? 1 : 0);
}

RunOutcome train(const TrainingConfig& config, const DigitData& data, RunControl& control,
                 RunObserver& observer) {
    check(config);
    const OperatorThreads threads(config.threads);
    const FlushDenormals flush;
    return Trainer(config, data, control, observer).run();
}

} // namespace digitlab
