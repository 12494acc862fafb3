// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/teaching.h"

#include "core/error.h"

#include <algorithm>
#include <future>

namespace digitlab {
namespace {

// Chosen by measurement with the built-in model and real writers whom it misreads.
constexpr int kSteps = 150;
constexpr int kBatchSize = 64;
constexpr double kLearningRate = 0.05;
constexpr double kMomentum = 0.9;
constexpr double kMine = 10;        ///< percent of what is fed
constexpr double kSynthetic = 15;   ///< percent
constexpr double kMostLost = 0.001; ///< of the test accuracy

/// What a classifier makes of the images, found out by so many threads.
std::vector<Verdict> verdictsOn(const Classifier& classifier, const Dataset& data,
                                std::size_t threads) {
    std::vector<DigitImage> images(data.count());
    for (std::size_t i = 0; i < data.count(); ++i) {
        std::ranges::copy(data.images.image(i), images[i].begin());
    }
    std::vector<std::future<std::vector<Verdict>>> parts;
    for (std::size_t part = 0; part < threads; ++part) {
        const std::size_t first = images.size() * part / threads;
        const std::size_t last = images.size() * (part + 1) / threads;
        parts.push_back(std::async(std::launch::async, [&, first, last] {
            return classifier.classify(std::span(images).subspan(first, last - first));
        }));
    }
    std::vector<Verdict> verdicts;
    for (auto& part : parts) {
        std::ranges::copy(part.get(), std::back_inserter(verdicts));
    }
    return verdicts;
}

/// The share whose most likely class is the right one.
double accuracyOf(const std::vector<Verdict>& verdicts, const Dataset& data) {
    const std::vector<std::optional<int>> labels(data.labels.begin(), data.labels.end());
    return score(verdicts, labels).accuracy();
}

/// The share that a person is told to be what it is: not those that are taken for no digit.
double shareRead(const std::vector<Verdict>& verdicts, const Dataset& data) {
    std::size_t read = 0;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Verdict& verdict = verdicts[i];
        read += !isRejected(verdict) && digitOf(verdict.probabilities) == data.labels[i] ? 1 : 0;
    }
    return static_cast<double>(read) / static_cast<double>(verdicts.size());
}

/// A model with weights between those of two: 0 = of the first, 1 = of the second. What lies
/// between has forgotten less than the second, and mostly knows what was new (Wortsman et al.
/// 2022). It keeps the confidence of the first: a lesson moves features so little that it fits them
/// still, while one fitted to the few images of a lesson refuses many times as many digits.
Model between(const Model& first, const Model& second, float share) {
    Model model = first;
    for (std::size_t i = 0; i < model.tensors.size(); ++i) {
        std::vector<float>& values = model.tensors[i].values;
        for (std::size_t v = 0; v < values.size(); ++v) {
            values[v] += share * (second.tensors[i].values[v] - values[v]);
        }
    }
    return model;
}

} // namespace

bool TeachingScores::keptTheOld() const {
    constexpr double kRounding = 1e-9;
    return testAfter >= testBefore - kMostLost - kRounding;
}

bool TeachingScores::broughtSomething() const {
    return mineAfter > mineBefore || (mineAfter == mineBefore && testAfter >= testBefore);
}

TrainingConfig teachingConfig(const TrainingConfig& model) {
    TrainingConfig config = model;
    config.batchSize = kBatchSize;
    config.epochs = 1;
    // Its steps are as large as what is to be learned. Adam's are as large for every weight, also
    // where there is nothing to learn: that cost twice as much of what was known.
    config.optimizer = Optimizer::Sgd;
    config.learningRate = kLearningRate;
    config.momentum = kMomentum;
    config.nesterov = true;
    config.weightDecay = 0;
    config.schedule = Schedule::Cosine;
    config.augmentation = {
        .rotation = 12, .shift = 2, .scale = 10, .shear = 15, .elastic = 2, .strokeWidth = 1};
    config.synthetic = kSynthetic;
    config.myDigits = kMine;
    config.trainImages = kSteps * kBatchSize;
    config.validationShare = 0;
    config.patience = 0;
    return config;
}

TeachingOutcome teach(const Engine& engine, const Classifier& classifier, const DigitData& data,
                      const TrainingConfig& here, RunControl& control, RunObserver& observer) {
    if (data.mine.count() == 0) {
        throw Error(Message(DIGITLAB_TEXT("core", "There is nothing to teach: no digit is kept; at "
                                                  "least one was expected.")));
    }
    const Model& model = classifier.model();
    const auto threads =
        static_cast<std::size_t>(here.threads > 0 ? here.threads : engine.info().threads);
    const auto readBy = [&](const Classifier& one) {
        return shareRead(verdictsOn(one, data.mine, threads), data.mine);
    };
    const auto testOf = [&](const Classifier& one) {
        return accuracyOf(verdictsOn(one, data.test, threads), data.test);
    };
    TeachingOutcome outcome;
    outcome.scores.mineCount = data.mine.count();
    outcome.scores.mineBefore = readBy(classifier);
    outcome.scores.testBefore = testOf(classifier);
    const RunOutcome run = engine.fineTune(model, onMachineOf(here, teachingConfig(model.config)),
                                           data, control, observer);
    outcome.status = run.status;
    outcome.failure = run.failure;
    outcome.seconds = run.trainSeconds;
    if (run.status != RunStatus::Finished) {
        return outcome; // half a lesson is worth nothing
    }
    const auto stopped = [&outcome] {
        outcome.status = RunStatus::Stopped;
        outcome.classifier = nullptr;
        return outcome;
    };
    for (const float share : {1.0F, 0.8F, 0.65F, 0.5F, 0.25F}) {
        if (control.stopRequested()) {
            return stopped();
        }
        outcome.classifier =
            engine.load(between(model, run.classifier->model(), share), here.device);
        outcome.scores.testAfter = testOf(*outcome.classifier);
        if (outcome.scores.keptTheOld()) {
            break;
        }
    }
    Model taught = outcome.classifier->model();
    taught.scores = {outcome.scores.testAfter, {}, {}, model.scores.epochs};
    outcome.classifier = engine.load(std::move(taught), here.device);
    outcome.scores.mineAfter = readBy(*outcome.classifier);
    return control.stopRequested() ? stopped() : outcome;
}

} // namespace digitlab
