// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/presets.h"
#include "tests/core/engine/engine_fixture.h"
#include "tests/core/engine/reference_network.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace digitlab {
namespace {

using Network = EngineTest;

TEST_F(Network, ArticleHasTheShapesOfTheArticle) {
    const auto classifier = engine->load(engine->create(presetConfig("article")));
    const Insight insight = classifier->lookInside(imageOf(drawBars(1, 1), 0));
    const std::vector<Layer> layers = layersOf(classifier->model().config.network);
    std::vector<std::string> shown;
    for (const Activation& activation : insight.activations) {
        EXPECT_EQ(activation.values.size(), static_cast<std::size_t>(activation.shape.size()));
        EXPECT_EQ(activation.shape, layers[activation.layer].out);
        shown.push_back(activation.shape.text());
    }
    EXPECT_EQ(shown, (std::vector<std::string>{"10×24×24", "10×12×12", "20×10×10", "500", "10"}));

    std::vector<std::vector<std::int64_t>> sizes;
    for (const Tensor& tensor : classifier->model().tensors) {
        sizes.push_back(tensor.shape.sizes);
    }
    EXPECT_EQ(sizes,
              (std::vector<std::vector<std::int64_t>>{
                  {10, 1, 5, 5}, {10}, {20, 10, 3, 3}, {20}, {500, 2000}, {500}, {10, 500}, {10}}));
}

TEST_F(Network, FreshWeightsFillTheirRange) {
    const Model model = engine->create(presetConfig("article"));
    const Tensor& dense = model.tensors[4];
    const auto [low, high] = std::ranges::minmax(dense.values);
    const double bound = 1 / std::sqrt(2000.0);
    EXPECT_NEAR(low, -bound, 1e-4 * bound);
    EXPECT_NEAR(high, bound, 1e-4 * bound);
    EXPECT_NEAR(std::accumulate(dense.values.begin(), dense.values.end(), 0.0) / 1e6, 0, 1e-4);
}

/// Two networks that have every kind of layer between them.
std::vector<NetworkSpec> networks() {
    NetworkSpec plain{.convs = {{.channels = 3, .kernel = 5, .padding = 0, .pool = 2},
                                {.channels = 4, .kernel = 3, .padding = 1, .pool = 1}},
                      .hidden = {6}};
    NetworkSpec softmax = plain;
    softmax.output = Output::Softmax;
    NetworkSpec odd{.convs = {{.channels = 2, .kernel = 4, .padding = 2, .pool = 3}},
                    .hidden = {5, 4}};
    return {plain, softmax, odd};
}

TEST_F(Network, GivesWhatTheDefinitionsGive) {
    const Dataset bars = drawBars(1, 7);
    const auto pixels = bars.images.image(0);
    for (const NetworkSpec& spec : networks()) {
        TrainingConfig config;
        config.network = spec;
        const Model model = engine->create(config);
        const auto expected = reference::run(model, {{pixels.begin(), pixels.end()}}, {0});
        const Insight insight = engine->load(model)->lookInside(imageOf(bars, 0));

        ASSERT_EQ(insight.activations.size(), shownLayers(layersOf(spec)).size());
        for (const Activation& activation : insight.activations) {
            const reference::Values& wanted = expected.activations[activation.layer];
            ASSERT_EQ(activation.values.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                ASSERT_NEAR(activation.values[i], wanted[i], 1e-5) << "layer " << activation.layer;
            }
        }
        // With the true label 0 the loss of logits is -ln of the probability of 0; the article's
        // softmax gives the probabilities itself.
        const double probability = spec.output == Output::Softmax ? expected.activations.back()[0]
                                                                  : std::exp(-expected.loss);
        EXPECT_NEAR(insight.verdict.probabilities[0], probability, 1e-5);
        EXPECT_NEAR(std::accumulate(insight.verdict.probabilities.begin(),
                                    insight.verdict.probabilities.end(), 0.0),
                    1, 1e-5);
    }
}

} // namespace
} // namespace digitlab
