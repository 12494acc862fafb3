// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/drawn_digits.h"
#include "core/error.h"
#include "core/model/model_file.h"
#include "core/training/presets.h"
#include "core/training/teaching.h"
#include "tests/core/engine/engine_fixture.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

namespace digitlab {
namespace {

class TeachingTest : public EngineTest {
protected:
    TeachingOutcome teach(const Classifier& classifier, DigitData data, const Dataset& mine) {
        RunControl control;
        data.mine = mine;
        return digitlab::teach(*engine, classifier, data, here, control, recorder);
    }

    /// How many of a set a classifier reads right, and takes for digits.
    static std::int64_t acceptedBy(const Classifier& classifier, const Dataset& data) {
        std::int64_t accepted = 0;
        for (std::size_t i = 0; i < data.count(); ++i) {
            const DigitImage image = imageOf(data, i);
            const Verdict verdict = classifier.classify({&image, 1}).front();
            const bool isRight = digitOf(verdict.probabilities) == data.labels[i];
            accepted += isRight && !isRejected(verdict) ? 1 : 0;
        }
        return accepted;
    }

    /// How many of a set a classifier reads right.
    static std::int64_t readBy(const Classifier& classifier, const Dataset& data) {
        std::vector<DigitImage> images;
        for (std::size_t i = 0; i < data.count(); ++i) {
            images.push_back(imageOf(data, i));
        }
        const auto answers = classifier.classify(images);
        std::int64_t right = 0;
        for (std::size_t i = 0; i < images.size(); ++i) {
            right += digitOf(answers[i].probabilities) == data.labels[i] ? 1 : 0;
        }
        return right;
    }

    /// The mean probability that it gives to what the images are.
    static double certainty(const Classifier& classifier, const Dataset& data) {
        double sum = 0;
        for (std::size_t i = 0; i < data.count(); ++i) {
            const DigitImage image = imageOf(data, i);
            sum += double{classifier.classify({&image, 1}).front().probabilities[data.labels[i]]};
        }
        return sum / static_cast<double>(data.count());
    }

    const DigitData bars = barData(500, 100);
    const TrainingConfig here = tinyConfig(); ///< names the device and the threads to teach with
};

/// Bars as another hand draws them: aslant.
Dataset barsOfAnother(int count) {
    Dataset data = drawBars(count, 3);
    for (std::size_t i = 0; i < data.count(); ++i) {
        auto* pixels = data.images.pixels.data() + i * data.images.imageBytes();
        const int place = 4 + 5 * data.labels[i];
        for (int p = 0; p < kDigitSide * kDigitSide; ++p) {
            const int across = p / kDigitSide + p % kDigitSide;
            pixels[p] = across == place || across == place + 1 ? 220 : 0;
        }
    }
    return data;
}

TEST_F(TeachingTest, FineTuningGoesOnFromTheModel) {
    TrainingConfig config = tinyConfig();
    const Model model = train(config, bars).classifier->model();
    config.epochs = 1;
    config.learningRate = 1e-6;
    config.schedule = Schedule::Constant;
    RunControl control;
    const RunOutcome tuned = engine->fineTune(model, config, bars, control, recorder);
    ASSERT_EQ(tuned.status, RunStatus::Finished) << tuned.failure.english();
    const Model& after = tuned.classifier->model();
    EXPECT_NE(firstDifference(model, after), "");
    for (std::size_t i = 0; i < model.tensors.size(); ++i) {
        for (std::size_t v = 0; v < model.tensors[i].values.size(); ++v) {
            ASSERT_NEAR(model.tensors[i].values[v], after.tensors[i].values[v], 1e-3);
        }
    }
}

TEST_F(TeachingTest, FineTuningLeavesTheModelAsItWas) {
    const auto before = train(tinyConfig(), bars).classifier;
    const Model copy = before->model();
    RunControl control;
    (void)engine->fineTune(before->model(), tinyConfig(), bars, control, recorder);
    EXPECT_EQ(firstDifference(copy, before->model()), "");
}

TEST_F(TeachingTest, FineTuningRefusesTheWeightsOfAnotherNetwork) {
    TrainingConfig other = tinyConfig();
    other.network.hidden = {17};
    RunControl control;
    const RunOutcome outcome =
        engine->fineTune(engine->create(other), tinyConfig(), bars, control, recorder);
    EXPECT_EQ(outcome.status, RunStatus::Failed);
    EXPECT_NE(outcome.failure.english().find("dense1"), std::string::npos)
        << outcome.failure.english();
}

TEST_F(TeachingTest, TeachesAndKeepsWhatTheModelIs) {
    const auto classifier = train(tinyConfig(), bars).classifier;
    const Dataset mine = barsOfAnother(10);
    const TeachingOutcome outcome = teach(*classifier, bars, mine);
    ASSERT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
    EXPECT_GT(certainty(*outcome.classifier, mine), certainty(*classifier, mine));
    EXPECT_DOUBLE_EQ(outcome.scores.mineBefore * 10,
                     static_cast<double>(acceptedBy(*classifier, mine)));
    EXPECT_DOUBLE_EQ(outcome.scores.mineAfter * 10,
                     static_cast<double>(acceptedBy(*outcome.classifier, mine)));
    EXPECT_DOUBLE_EQ(outcome.scores.testBefore * 100,
                     static_cast<double>(readBy(*classifier, bars.test)));
    EXPECT_DOUBLE_EQ(outcome.scores.testAfter * 100,
                     static_cast<double>(readBy(*outcome.classifier, bars.test)));
    const Model& taught = outcome.classifier->model();
    EXPECT_EQ(taught.config, classifier->model().config);
    EXPECT_EQ(taught.scores.epochs, classifier->model().scores.epochs);
    EXPECT_EQ(taught.scores.testAccuracy, outcome.scores.testAfter);
}

TEST_F(TeachingTest, TeachesAModelOfAnotherMachineOnThisOne) {
    Model model = train(tinyConfig(), bars).classifier->model();
    model.config.device = Device::Cuda; // as is not there, or else is as good
    model.config.threads = 77;
    const auto classifier = engine->load(model);
    const TeachingOutcome outcome = teach(*classifier, bars, barsOfAnother(10));
    ASSERT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
    EXPECT_EQ(recorder.starts.back().config.device, here.device);
    EXPECT_EQ(recorder.starts.back().config.threads, here.threads);
    EXPECT_EQ(outcome.classifier->model().config, model.config);
}

TEST_F(TeachingTest, HalfALessonIsNone) {
    const auto classifier = train(tinyConfig(), bars).classifier;
    RunControl control;
    control.requestStop();
    DigitData data = bars;
    data.mine = barsOfAnother(10);
    const TeachingOutcome outcome =
        digitlab::teach(*engine, *classifier, data, here, control, recorder);
    EXPECT_EQ(outcome.status, RunStatus::Stopped);
    EXPECT_EQ(outcome.classifier, nullptr);
}

TEST_F(TeachingTest, CanBeStoppedWhileItIsScored) {
    struct StopsAtTheEnd : RunObserver {
        RunControl control;
        void epochEnded(const EpochResult&) override { control.requestStop(); }
    } observer;
    const auto classifier = train(tinyConfig(), bars).classifier;
    DigitData data = bars;
    data.mine = barsOfAnother(10);
    const TeachingOutcome outcome =
        digitlab::teach(*engine, *classifier, data, here, observer.control, observer);
    EXPECT_EQ(outcome.status, RunStatus::Stopped);
    EXPECT_EQ(outcome.classifier, nullptr);
}

TEST_F(TeachingTest, RefusesALessonOfNothing) {
    const auto classifier = engine->load(engine->create(tinyConfig()));
    try {
        (void)teach(*classifier, bars, {});
        FAIL() << "no Error was thrown";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("at least one was expected"), std::string::npos);
    }
}

/// With real MNIST.
class TeachingOnMnist : public TeachingTest {
protected:
    void SetUp() override {
        const char* const data = std::getenv("DIGITLAB_DATA");
        const char* const home = std::getenv("HOME");
        mnist = (data ? std::filesystem::path(data)
                      : std::filesystem::path(home ? home : "") / ".local/share/digitlab") /
                "datasets/mnist";
        if (!std::filesystem::exists(mnist / "train-images-idx3-ubyte")) {
            GTEST_SKIP() << "MNIST is not in " << mnist;
        }
    }

    std::filesystem::path mnist;
};

/// Digits of the test half as in a mirror.
Dataset mirrored(const Dataset& data, int label, std::size_t first, std::size_t count) {
    Dataset found;
    found.images.side = data.images.side;
    std::size_t place = 0; // among those with the label
    for (std::size_t i = 0; i < data.count() && found.count() < count; ++i) {
        if (data.labels[i] == label && place++ >= first) {
            DigitImage image = imageOf(data, i);
            for (auto row = image.begin(); row != image.end(); row += kDigitSide) {
                std::reverse(row, row + kDigitSide);
            }
            found.images.pixels.insert(found.images.pixels.end(), image.begin(), image.end());
            found.labels.push_back(data.labels[i]);
        }
    }
    return found;
}

TEST_F(TeachingOnMnist, TheBuiltinModelLearnsAStyleThatItHasNeverSeen) {
    const DigitData data = readDigitData(mnist);
    const auto classifier = engine->load(readModelFile(DIGITLAB_BUILTIN_MODEL));
    const Dataset taught = mirrored(data.test, 3, 0, 5);
    const Dataset rest = mirrored(data.test, 3, 5, 20);
    const auto before = readBy(*classifier, rest);
    ASSERT_LE(before, 5);

    const TeachingOutcome outcome = teach(*classifier, data, taught);
    ASSERT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
    EXPECT_GT(outcome.scores.mineAfter, outcome.scores.mineBefore);
    EXPECT_GE(readBy(*outcome.classifier, rest), before + 5);
    EXPECT_TRUE(outcome.scores.keptTheOld())
        << outcome.scores.testBefore << " → " << outcome.scores.testAfter;
}

/// Real strokes, and a network that learned from MNIST alone.
class RealWriter : public TeachingOnMnist {
protected:
    void SetUp() override {
        TeachingOnMnist::SetUp();
        if (!std::filesystem::exists(strokes)) {
            GTEST_SKIP() << "There are no real strokes in " << strokes;
        }
    }

    std::shared_ptr<const Classifier> trained(const DigitData& data) {
        TrainingConfig config = presetConfig("article");
        config.epochs = 1;
        config.threads = 1;
        RunControl control;
        return engine->train(config, data, control, recorder).classifier;
    }

    /// The digits of the one who is misread most often.
    [[nodiscard]] Dataset mostMisread(const Classifier& classifier) const {
        std::map<std::string, std::vector<StrokeSample>> writers;
        for (StrokeSample& sample : readStrokeFile(strokes)) {
            writers[sample.writer].push_back(std::move(sample));
        }
        Dataset found;
        std::int64_t most = 0;
        for (const auto& [writer, samples] : writers) {
            const Dataset digits = renderDigits(samples);
            const auto misread =
                static_cast<std::int64_t>(digits.count()) - readBy(classifier, digits);
            if (misread > most) {
                most = misread;
                found = digits;
            }
        }
        return found;
    }

    const std::filesystem::path strokes = std::filesystem::path(DIGITLAB_PEN_DATA) / "unipen.jsonl";
};

void moveImage(Dataset& to, const Dataset& from, std::size_t index) {
    const auto image = from.images.image(index);
    to.images.side = from.images.side;
    to.images.pixels.insert(to.images.pixels.end(), image.begin(), image.end());
    to.labels.push_back(from.labels[index]);
}

/// Ten to teach, half of them misread, and the rest to score.
std::pair<Dataset, Dataset> tenToTeach(const Dataset& digits, const Classifier& classifier) {
    std::vector<DigitImage> images;
    for (std::size_t i = 0; i < digits.count(); ++i) {
        images.push_back(imageOf(digits, i));
    }
    const auto answers = classifier.classify(images);
    Dataset taught;
    Dataset rest;
    std::array<int, 2> left{5, 5}; // to take: of those that are misread, and of the others
    for (std::size_t i = 0; i < digits.count(); ++i) {
        const bool isRight = digitOf(answers[i].probabilities) == digits.labels[i];
        int& some = left.at(isRight ? 1 : 0);
        const bool isTaken = some > 0 && i % 2 == 0;
        some -= isTaken ? 1 : 0;
        moveImage(isTaken ? taught : rest, digits, i);
    }
    return {taught, rest};
}

TEST_F(RealWriter, IsReadBetterAndMnistAsWell) {
    const DigitData data = readDigitData(mnist);
    const auto classifier = trained(data);
    const auto [taught, rest] = tenToTeach(mostMisread(*classifier), *classifier);
    ASSERT_EQ(taught.count(), 10U);
    const auto before = readBy(*classifier, rest);
    ASSERT_LT(before, static_cast<std::int64_t>(rest.count())) << "nobody is misread";

    const TeachingOutcome outcome = teach(*classifier, data, taught);
    ASSERT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
    EXPECT_GT(readBy(*outcome.classifier, rest), before);
    EXPECT_GT(outcome.scores.mineAfter, outcome.scores.mineBefore);
    EXPECT_TRUE(outcome.scores.keptTheOld())
        << outcome.scores.testBefore << " → " << outcome.scores.testAfter;
}

} // namespace
} // namespace digitlab
