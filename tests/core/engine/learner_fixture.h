// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/learner.h"
#include "core/engine/weights.h"
#include "tests/core/engine/engine_fixture.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <numeric>

namespace digitlab {

/// A network with its tensors, as a run begins with it.
inline NetworkModule networkOf(const TrainingConfig& config) {
    std::vector<Layer> layers = layersOf(config.network);
    std::vector<at::Tensor> tensors = freshWeights(layers, config.seed);
    return {std::move(layers), std::move(tensors)};
}

inline std::vector<std::int64_t> firstIndices(std::int64_t count) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

inline TrainingConfig configOf(NetworkSpec network) {
    TrainingConfig config;
    config.network = std::move(network);
    config.threads = 2;
    config.momentum = 0;
    return config;
}

/// The largest difference between two arrays, as a share of the largest number in them.
inline double difference(const at::Tensor& a, const at::Tensor& b) {
    const at::NoGradGuard noGradients;
    return ((a - b).abs().max() / b.abs().max().clamp_min(1e-3)).item<double>();
}

/// A network that learners are tried on.
struct LearnerCase {
    const char* name;
    NetworkSpec network;
};

inline const LearnerCase kLearnerCases[] = {
    {"as in the article",
     {.convs = {{.channels = 10, .kernel = 5}, {.channels = 20, .kernel = 3, .pool = 1}},
      .hidden = {500}}},
    {"batch norm, padding, a pool that leaves a rest",
     {.convs = {{.channels = 7, .kernel = 4, .padding = 2, .pool = 3},
                {.channels = 5, .kernel = 3, .padding = 1, .pool = 2}},
      .hidden = {21},
      .batchNorm = true}},
    {"all the padding that a kernel can have",
     {.convs = {{.channels = 3, .kernel = 4, .padding = 3, .pool = 2},
                {.channels = 4, .kernel = 1, .padding = 0, .pool = 1}},
      .hidden = {9}}},
    {"no hidden layer",
     {.convs = {{.channels = 6, .kernel = 7, .padding = 0, .pool = 2}}, .hidden = {}}},
    {"no convolution", {.convs = {}, .hidden = {30, 20}}},
    {"softmax",
     {.convs = {{.channels = 4, .kernel = 5}}, .hidden = {16}, .output = Output::Softmax}},
};

/// Every network learns nearly the same with one thread and with several, also where some have
/// nothing to do: its tensors differ by at most so much of their largest number. With the same
/// number they are the same bit for bit.
inline void expectAnyNumberOfThreadsLearnsTheSame(Precision precision, double most) {
    const DigitData data = barData(100, 10);
    for (const LearnerCase& one : kLearnerCases) {
        SCOPED_TRACE(one.name);
        TrainingConfig config = configOf(one.network);
        config.precision = precision;
        config.network.dropout = 0.4;
        Feed feed(config, data.train, firstIndices(100));
        std::vector<NetworkModule> networks;
        for (const int threads : {1, 2, 8, 3, 3}) {
            config.threads = threads;
            const NetworkModule& network = networks.emplace_back(networkOf(config));
            const auto learner = makeLaneLearner(config, network);
            for (const std::int64_t first : {0, 30}) {
                learner->learn(feed, first, 41, 0.05);
            }
            learner->finish();
        }
        for (std::size_t t = 0; t < networks[0].tensors().size(); ++t) {
            const at::Tensor& alone = networks[0].tensors()[t];
            EXPECT_LT(difference(networks[1].tensors()[t], alone), most);
            EXPECT_LT(difference(networks[2].tensors()[t], alone), most);
            EXPECT_LT(difference(networks[3].tensors()[t], alone), most);
            EXPECT_TRUE(networks[4].tensors()[t].equal(networks[3].tensors()[t]));
        }
    }
}

} // namespace digitlab
