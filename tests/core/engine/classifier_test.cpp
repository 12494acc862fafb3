// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/model_file.h"
#include "core/training/presets.h"
#include "tests/core/engine/engine_fixture.h"

#include <cmath>
#include <functional>
#include <limits>
#include <thread>

namespace digitlab {
namespace {

class ClassifierTest : public EngineTest {
protected:
    static std::vector<DigitImage> images(int count) {
        const Dataset bars = drawBars(count, 3);
        std::vector<DigitImage> result;
        for (std::size_t i = 0; i < bars.count(); ++i) {
            result.push_back(imageOf(bars, i));
        }
        return result;
    }
};

TEST_F(ClassifierTest, AnswersAnyNumberOfImages) {
    const auto classifier = engine->load(engine->create(tinyConfig()));
    EXPECT_TRUE(classifier->classify({}).empty());
    const auto many = images(600); // more than are classified at once
    const auto answers = classifier->classify(many);
    ASSERT_EQ(answers.size(), many.size());
    for (const std::size_t i : {0U, 255U, 256U, 599U}) {
        const Verdict alone = classifier->classify({&many[i], 1}).front();
        const Verdict inside = classifier->lookInside(many[i]).verdict;
        for (std::size_t digit = 0; digit < 10; ++digit) {
            EXPECT_NEAR(answers[i].probabilities[digit], alone.probabilities[digit], 1e-6);
            EXPECT_NEAR(inside.probabilities[digit], alone.probabilities[digit], 1e-6);
        }
        EXPECT_NEAR(answers[i].isDigit, alone.isDigit, 1e-6);
        EXPECT_NEAR(inside.isDigit, alone.isDigit, 1e-6);
    }
}

TEST_F(ClassifierTest, SeveralThreadsGetTheSameAnswers) {
    const auto classifier = engine->load(engine->create(tinyConfig()));
    const auto many = images(100);
    const auto expected = classifier->classify(many);
    std::vector<std::vector<Verdict>> answers(4);
    std::vector<std::jthread> threads;
    for (auto& own : answers) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) {
                own = classifier->classify(many);
                (void)classifier->lookInside(many[0]);
            }
        });
    }
    threads.clear(); // waits for them
    for (const auto& own : answers) {
        EXPECT_EQ(own, expected);
    }
}

TEST_F(ClassifierTest, AnswersTheSameFromItsFile) {
    TrainingConfig config = presetConfig("lenet5"); // a file holds what differs from a preset
    config.network.batchNorm = true;
    config.epochs = 1;
    config.threads = 2;
    const RunOutcome outcome = train(config, barData(200, 20));
    ASSERT_NE(outcome.classifier, nullptr);
    const Model& model = outcome.classifier->model();
    const auto read = engine->load(parseSafetensors(toSafetensors(model), "a model"));
    EXPECT_EQ(firstDifference(read->model(), model), "");
    EXPECT_EQ(read->model().config, config);
    EXPECT_EQ(read->classify(images(50)), outcome.classifier->classify(images(50)));
}

TEST_F(ClassifierTest, RefusesWhatDoesNotFitItsDescription) {
    struct Row {
        std::function<void(Model&)> spoil;
        const char* says;
    };
    const Row rows[] = {
        {[](Model& model) { model.tensors.pop_back(); }, "has 5 tensors; its network needs 6"},
        {[](Model& model) { std::swap(model.tensors[0], model.tensors[1]); },
         "conv1.bias [4] where its network needs conv1.weight [4, 1, 5, 5]"},
        {[](Model& model) { model.tensors[1].shape.sizes = {5}; }, "conv1.bias [5]"},
        {[](Model& model) { model.tensors[3].values.pop_back(); }, "holds 15 numbers; 16 are"},
        {[](Model& model) { model.tensors[5].values[2] = std::numeric_limits<float>::quiet_NaN(); },
         "dense2.bias holds numbers that are not finite"},
        {[](Model& model) { model.config.network.convs[0].kernel = 60; }, "kernel does not fit"},
    };
    for (const Row& row : rows) {
        Model model = engine->create(tinyConfig());
        row.spoil(model);
        try {
            (void)engine->load(model);
            FAIL() << "was taken: " << row.says;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(row.says), std::string::npos) << error.what();
        }
    }
}

TEST_F(ClassifierTest, SaysWhyThereIsNoCuda) {
    for (const DeviceInfo& device : engine->info().devices) {
        if (device.device == Device::Cuda && device.available) {
            GTEST_SKIP() << "this computer has CUDA";
        }
    }
    try {
        (void)engine->load(engine->create(tinyConfig()), Device::Cuda);
        FAIL() << "runs on a device that is not there";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("\"cuda\" cannot be used: "), std::string::npos);
    }
}

} // namespace
} // namespace digitlab
