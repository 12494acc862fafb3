// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/engine_fixture.h"
#include "tests/core/engine/reference_network.h"

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

/// One batch of a few images, so that the steps of a run do not depend on their order.
class Step : public EngineTest {
protected:
    static constexpr int kImages = 6;

    Step() {
        config.network = {.convs = {{.channels = 3, .kernel = 5, .padding = 1, .pool = 2},
                                    {.channels = 4, .kernel = 3, .padding = 0, .pool = 1}},
                          .hidden = {6}};
        config.batchSize = kImages;
        config.epochs = 1;
        config.learningRate = 0.5;
        config.momentum = 0;
        config.schedule = Schedule::Constant;
        config.validationShare = 0;
        for (std::size_t n = 0; n < kImages; ++n) {
            const auto pixels = data.train.images.image(n);
            images.emplace_back(pixels.begin(), pixels.end());
            labels.push_back(data.train.labels[n]);
        }
    }

    /// The model behind `steps` steps, each one an epoch.
    Model after(int steps) {
        config.epochs = steps;
        const RunOutcome outcome = train(config, data);
        EXPECT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
        return outcome.classifier ? outcome.classifier->model() : Model();
    }

    [[nodiscard]] reference::Result reference(const Model& model) const {
        return reference::run(model, images, labels);
    }

    /// The first step changes every learned tensor as a plain step by the gradients does.
    void expectOneStepByTheGradients() {
        const Model before = engine->create(config);
        const reference::Result expected = reference(before);
        const Model behind = after(1);
        ASSERT_EQ(recorder.batches.size(), 1U);
        EXPECT_NEAR(recorder.batches[0].loss, expected.loss, 1e-5);
        std::size_t compared = 0;
        for (std::size_t t = 0; t < before.tensors.size(); ++t) {
            const auto gradient = expected.gradients.find(before.tensors[t].shape.name);
            if (gradient == expected.gradients.end()) {
                continue; // running statistics
            }
            ++compared;
            for (std::size_t i = 0; i < gradient->second.size(); ++i) {
                ASSERT_NEAR(behind.tensors[t].values[i],
                            before.tensors[t].values[i] - 0.5 * gradient->second[i], 2e-6)
                    << before.tensors[t].shape.name << " " << i;
            }
        }
        EXPECT_EQ(compared, expected.gradients.size());
    }

    const DigitData data = barData(kImages, 10);
    TrainingConfig config;
    std::vector<std::vector<std::uint8_t>> images;
    std::vector<int> labels;
};

TEST_F(Step, FollowsTheGradients) {
    expectOneStepByTheGradients();
}

TEST_F(Step, FollowsTheGradientsThroughBatchNorm) {
    config.network.batchNorm = true;
    expectOneStepByTheGradients();
}

TEST_F(Step, FollowsTheGradientsThroughSoftmax) {
    config.network.output = Output::Softmax;
    expectOneStepByTheGradients();
}

TEST_F(Step, MovesTheRunningStatistics) {
    config.network.batchNorm = true;
    const Model before = engine->create(config);
    const reference::Values maps = reference(before).activations[0]; // of conv1, before its norm
    const std::size_t area = 26 * 26;
    double mean = 0;
    double square = 0;
    for (std::size_t n = 0; n < kImages; ++n) {
        for (std::size_t i = 0; i < area; ++i) {
            const double value = maps[n * 3 * area + i]; // of the first channel
            mean += value;
            square += value * value;
        }
    }
    const double count = kImages * area;
    mean /= count;
    const double variance = (square - count * mean * mean) / (count - 1);
    const Model behind = after(1);
    ASSERT_EQ(behind.tensors[4].shape.name, "norm1.running_mean");
    EXPECT_NEAR(behind.tensors[4].values[0], 0.1 * mean, 1e-5);
    EXPECT_NEAR(behind.tensors[5].values[0], 0.9 + 0.1 * variance, 1e-5);
}

/// One row for each rule: what the second step makes of a weight, from the definitions.
struct Rule {
    const char* name;
    void (*configure)(TrainingConfig&);
    /// The change of a weight w in the second step, from the gradients of the first and second.
    double (*secondStep)(double first, double second, double w0, double w1);
};

constexpr double kRate = 0.01;
constexpr double kDecay = 0.1;

double adam(double first, double second) {
    const double mean = (0.9 * 0.1 * first + 0.1 * second) / (1 - 0.9 * 0.9);
    const double square =
        (0.999 * 0.001 * first * first + 0.001 * second * second) / (1 - 0.999 * 0.999);
    return -kRate * mean / (std::sqrt(square) + 1e-8);
}

const Rule kRules[] = {
    {"momentum", [](TrainingConfig& config) { config.momentum = 0.9; },
     [](double first, double second, double, double) { return -kRate * (0.9 * first + second); }},
    {"Nesterov",
     [](TrainingConfig& config) {
         config.momentum = 0.9;
         config.nesterov = true;
     },
     [](double first, double second, double, double) {
         return -kRate * (second + 0.9 * (0.9 * first + second));
     }},
    {"weight decay", [](TrainingConfig& config) { config.weightDecay = kDecay; },
     [](double, double second, double, double w1) { return -kRate * (second + kDecay * w1); }},
    {"Adam", [](TrainingConfig& config) { config.optimizer = Optimizer::Adam; },
     [](double first, double second, double, double) { return adam(first, second); }},
    {"Adam with weight decay",
     [](TrainingConfig& config) {
         config.optimizer = Optimizer::Adam;
         config.weightDecay = kDecay;
     },
     [](double first, double second, double w0, double w1) {
         return adam(first + kDecay * w0, second + kDecay * w1);
     }},
    {"AdamW",
     [](TrainingConfig& config) {
         config.optimizer = Optimizer::AdamW;
         config.weightDecay = kDecay;
     },
     [](double first, double second, double, double w1) {
         return -kRate * kDecay * w1 + adam(first, second);
     }},
    {"RMSprop", [](TrainingConfig& config) { config.optimizer = Optimizer::RmsProp; },
     [](double first, double second, double, double) {
         const double square = 0.99 * 0.01 * first * first + 0.01 * second * second;
         return -kRate * second / (std::sqrt(square) + 1e-8);
     }},
};

TEST_F(Step, EachRuleDoesWhatItsDefinitionSays) {
    config.learningRate = kRate;
    const TrainingConfig plain = config;
    for (const Rule& rule : kRules) {
        SCOPED_TRACE(rule.name);
        config = plain;
        rule.configure(config);
        const Model first = engine->create(config);
        const Model second = after(1);
        const Model third = after(2);
        const auto firstGradients = reference(first).gradients;
        const auto secondGradients = reference(second).gradients;
        for (std::size_t t = 0; t < first.tensors.size(); ++t) {
            const std::string& name = first.tensors[t].shape.name;
            for (std::size_t i = 0; i < first.tensors[t].values.size(); ++i) {
                const double g0 = firstGradients.at(name)[i];
                const double g1 = secondGradients.at(name)[i];
                if (std::abs(g0) < 1e-4 || std::abs(g1) < 1e-4) {
                    continue; // a quotient of rounding errors
                }
                const double w0 = first.tensors[t].values[i];
                const double w1 = second.tensors[t].values[i];
                ASSERT_NEAR(third.tensors[t].values[i] - w1, rule.secondStep(g0, g1, w0, w1),
                            1e-4 * kRate + 2e-6)
                    << name << " " << i;
            }
        }
    }
}

TEST_F(Step, TakesTheLearningRateOfItsSchedule) {
    config.schedule = Schedule::Step;
    config.stepEpochs = 1;
    config.stepFactor = 0.5;
    const Model second = after(1);
    const Model third = after(2);
    EXPECT_DOUBLE_EQ(recorder.reports.back().learningRate, 0.25);
    const auto gradient = reference(second).gradients.at("dense2.weight");
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Tensor& before = second.tensors[6];
        ASSERT_EQ(before.shape.name, "dense2.weight");
        ASSERT_NEAR(third.tensors[6].values[i], before.values[i] - 0.25 * gradient[i], 2e-6);
    }
}

} // namespace
} // namespace digitlab
