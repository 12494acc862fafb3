// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_checks.h"
#include "core/error.h"
#include "core/training/presets.h"
#include "tests/core/engine/engine_fixture.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace digitlab {
namespace {

TEST(RunChecks, RefusesABatchThatMemoryCannotHold) {
    TrainingConfig config = presetConfig("deep");
    checkMemory(config, 1e9);
    for (ConvBlock& conv : config.network.convs) {
        conv = {.channels = 256, .kernel = 3, .padding = 1, .pool = 1};
    }
    config.network.convs.back().pool = 28; // to one number each
    config.batchSize = 512;
    // 256×28×28 numbers of four bytes an image, three times a layer but the last.
    const double needed = 256.0 * 28 * 28 * 4 * 512 * (3 * 4 + 1 + 2.0 / (28 * 28));
    checkMemory(config, 1.01 * needed);
    try {
        checkMemory(config, 0.99 * needed);
        FAIL() << "no Error was thrown";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("512 images take 5.3 GB"), std::string::npos)
            << error.what();
    }
}

class RunTest : public EngineTest {
protected:
    const DigitData bars = barData(500, 100);
};

/// A configuration in which everything that draws random numbers takes part.
TrainingConfig randomConfig() {
    TrainingConfig config = tinyConfig();
    config.network.batchNorm = true;
    config.network.dropout = 0.3;
    config.augmentation = {.rotation = 5, .shift = 1, .scale = 5, .shear = 5};
    config.epochs = 2;
    return config;
}

TEST_F(RunTest, LearnsWhatItIsShown) {
    const RunOutcome outcome = train(tinyConfig(), bars);
    EXPECT_EQ(outcome.status, RunStatus::Finished);
    EXPECT_GE(outcome.testAccuracy.value(), 0.95);
    EXPECT_LT(outcome.testLoss.value(), 0.5);
    EXPECT_GT(outcome.trainSeconds, 0);
    EXPECT_GT(outcome.imagesPerSecond, 0);

    ASSERT_NE(outcome.classifier, nullptr);
    const ModelScores& scores = outcome.classifier->model().scores;
    EXPECT_EQ(scores.testAccuracy, outcome.testAccuracy);
    EXPECT_EQ(scores.testLoss, outcome.testLoss);
    EXPECT_EQ(scores.validationAccuracy, recorder.epochs.back().validationAccuracy);
    EXPECT_EQ(scores.epochs, 4);

    // The scores are those of the answers that the classifier gives.
    std::vector<DigitImage> images;
    std::vector<std::optional<int>> labels;
    for (std::size_t i = 0; i < bars.test.count(); ++i) {
        images.push_back(imageOf(bars.test, i));
        labels.emplace_back(bars.test.labels[i]);
    }
    const Scores own = score(outcome.classifier->classify(images), labels);
    EXPECT_DOUBLE_EQ(own.accuracy(), *outcome.testAccuracy);
    EXPECT_NEAR(own.loss, *outcome.testLoss, 1e-4);
}

TEST_F(RunTest, TellsOfEachBatchOnceAndInOrder) {
    const TrainingConfig config = tinyConfig();
    const auto start = std::chrono::steady_clock::now();
    (void)train(config, bars);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;

    ASSERT_EQ(recorder.starts.size(), 1U);
    const RunStart& begin = recorder.starts[0];
    EXPECT_EQ(begin.config, config);
    EXPECT_EQ(begin.trainImages, 400);
    EXPECT_EQ(begin.validationImages, 100);
    EXPECT_EQ(begin.stepsPerEpoch, 20);
    EXPECT_EQ(begin.parameters, 4 * 26 + 144 * 16 + 16 + 16 * 10 + 10);

    ASSERT_EQ(recorder.batches.size(), 80U);
    for (std::size_t i = 0; i < 80; ++i) {
        EXPECT_EQ(recorder.batches[i].step, static_cast<std::int64_t>(i) + 1);
    }
    for (const Progress& report : recorder.reports) {
        EXPECT_EQ(report.step, report.batches.back().step);
        EXPECT_EQ(report.totalSteps, 80);
        EXPECT_EQ(report.epoch, (report.batches.front().step - 1) / 20 + 1);
        EXPECT_EQ(report.epoch, (report.step - 1) / 20 + 1); // none reaches into the next epoch
    }
    // At most 20 a second, and one more at the end of each epoch.
    EXPECT_LE(static_cast<double>(recorder.reports.size()), passed.count() * 20 + 4);

    ASSERT_EQ(recorder.epochs.size(), 4U);
    for (std::size_t epoch = 0; epoch < 4; ++epoch) {
        double loss = 0;
        double accuracy = 0;
        for (std::size_t i = epoch * 20; i < epoch * 20 + 20; ++i) {
            loss += recorder.batches[i].loss / 20;
            accuracy += recorder.batches[i].accuracy / 20;
        }
        EXPECT_EQ(recorder.epochs[epoch].epoch, static_cast<int>(epoch) + 1);
        EXPECT_EQ(recorder.epochs[epoch].step, static_cast<std::int64_t>(epoch + 1) * 20);
        EXPECT_NEAR(recorder.epochs[epoch].trainLoss, loss, 1e-6);
        EXPECT_NEAR(recorder.epochs[epoch].trainAccuracy, accuracy, 1e-9);
    }
}

TEST_F(RunTest, TheSameSeedGivesTheSameWeights) {
    const Model first = train(randomConfig(), bars).classifier->model();
    const Model second = train(randomConfig(), bars).classifier->model();
    EXPECT_EQ(firstDifference(first, second), "");

    TrainingConfig other = randomConfig();
    other.seed = 2;
    EXPECT_NE(firstDifference(first, train(other, bars).classifier->model()), "");
}

TEST_F(RunTest, WhatOthersDoMeanwhileChangesNothing) {
    const Model alone = train(randomConfig(), bars).classifier->model();
    std::jthread other([this](const std::stop_token& stop) {
        const auto classifier = engine->load(engine->create(randomConfig()));
        const std::vector<DigitImage> images{imageOf(bars.test, 0), imageOf(bars.test, 1)};
        while (!stop.stop_requested()) {
            (void)classifier->classify(images);
            (void)engine->create(randomConfig());
        }
    });
    EXPECT_EQ(firstDifference(alone, train(randomConfig(), bars).classifier->model()), "");
}

TEST_F(RunTest, DropoutAndAugmentationTakePart) {
    TrainingConfig config = tinyConfig();
    config.epochs = 1;
    const Model plain = train(config, bars).classifier->model();
    config.network.dropout = 0.5;
    EXPECT_NE(firstDifference(plain, train(config, bars).classifier->model()), "");
    config.network.dropout = 0;
    config.augmentation.shift = 2;
    EXPECT_NE(firstDifference(plain, train(config, bars).classifier->model()), "");
}

TEST_F(RunTest, TheLastBatchTakesWhatIsLeft) {
    struct Row {
        int images;
        int steps;
    };
    // 20 a batch: 41 would leave one image alone, which joins the second batch.
    for (const Row row : {Row{40, 2}, Row{41, 2}, Row{42, 3}, Row{1, 1}}) {
        TrainingConfig config = tinyConfig();
        config.network.batchNorm = true;
        config.epochs = 1;
        config.validationShare = 0;
        config.trainImages = row.images;
        const RunOutcome outcome = train(config, bars);
        EXPECT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
        EXPECT_EQ(recorder.starts[0].stepsPerEpoch, row.steps) << row.images;
        EXPECT_EQ(recorder.batches.size(), static_cast<std::size_t>(row.steps)) << row.images;
        EXPECT_FALSE(recorder.epochs[0].validationLoss.has_value());
    }
}

TEST_F(RunTest, FailsWhereTheLossIsNoNumber) {
    TrainingConfig config = tinyConfig();
    config.learningRate = 10;
    config.weightDecay = 1; // each step makes the weights nine times larger
    config.schedule = Schedule::Constant;
    config.epochs = 50;
    const RunOutcome outcome = train(config, bars);
    EXPECT_EQ(outcome.status, RunStatus::Failed);
    EXPECT_EQ(outcome.classifier, nullptr);
    EXPECT_FALSE(outcome.testAccuracy.has_value());
    const auto step = static_cast<int>(recorder.batches.size()) + 1;
    const std::string where =
        "(epoch " + std::to_string((step - 1) / 20 + 1) + ", step " + std::to_string(step) + ")";
    EXPECT_NE(outcome.failure.english().find(where), std::string::npos)
        << outcome.failure.english();
    EXPECT_NE(outcome.failure.english().find("lower than 10 "), std::string::npos);
}

TEST_F(RunTest, FailsWhereItCannotBegin) {
    TrainingConfig config = tinyConfig();
    config.network.convs[0].kernel = 60;
    EXPECT_EQ(train(config, bars).status, RunStatus::Failed);

    DigitData wrong = bars;
    wrong.test.images.side = 14;
    const RunOutcome outcome = train(tinyConfig(), wrong);
    EXPECT_EQ(outcome.status, RunStatus::Failed);
    EXPECT_NE(outcome.failure.english().find("14×14"), std::string::npos)
        << outcome.failure.english();
    EXPECT_TRUE(recorder.starts.empty());
}

TEST_F(RunTest, EarlyStoppingKeepsTheBestEpoch) {
    const DigitData noise = withRandomLabels(bars); // only the training loss can fall
    TrainingConfig config = tinyConfig();
    config.schedule = Schedule::Constant;
    config.epochs = 60;
    config.patience = 3;
    const RunOutcome outcome = train(config, noise);
    ASSERT_EQ(outcome.status, RunStatus::Finished);
    const auto best = std::ranges::min_element(
        recorder.epochs, {}, [](const EpochResult& epoch) { return epoch.validationLoss.value(); });
    ASSERT_EQ(recorder.epochs.back().epoch, best->epoch + 3);
    const Model& model = outcome.classifier->model();
    EXPECT_EQ(model.scores.epochs, best->epoch);
    EXPECT_EQ(model.scores.validationAccuracy, best->validationAccuracy);

    config.epochs = best->epoch;
    config.patience = 0;
    EXPECT_EQ(firstDifference(model, train(config, noise).classifier->model()), "");
}

TEST_F(RunTest, EveryPresetTrains) {
    for (const Preset& preset : presets()) {
        TrainingConfig config = preset.config;
        config.epochs = 1;
        config.trainImages = 150;
        config.batchSize = 64;
        const RunOutcome outcome = train(config, bars);
        EXPECT_EQ(outcome.status, RunStatus::Finished) << preset.name;
        EXPECT_EQ(recorder.batches.size(), 3U) << preset.name;
    }
}

} // namespace
} // namespace digitlab
