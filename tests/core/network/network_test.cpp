// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include "core/training/presets.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <tuple>

namespace digitlab {
namespace {

using testing::ElementsAre;
using Row = std::tuple<std::string, std::string, std::int64_t>;

std::vector<Layer> presetLayers(const char* name) {
    return layersOf(presetConfig(name).network);
}

/// Name, shape behind it and parameters of each layer.
std::vector<Row> table(const std::vector<Layer>& layers) {
    std::vector<Row> rows;
    for (const Layer& layer : layers) {
        rows.emplace_back(layer.name, layer.out.text(), layer.parameters);
    }
    return rows;
}

std::vector<std::string> shownNames(const std::vector<Layer>& layers) {
    std::vector<std::string> names;
    for (const std::size_t index : shownLayers(layers)) {
        names.push_back(layers.at(index).name);
    }
    return names;
}

TEST(Network, TheArticleLayerByLayer) {
    const auto layers = presetLayers("article");
    EXPECT_THAT(table(layers),
                ElementsAre(Row("conv1", "10×24×24", 260), Row("relu1", "10×24×24", 0),
                            Row("pool1", "10×12×12", 0), Row("conv2", "20×10×10", 1820),
                            Row("relu2", "20×10×10", 0), Row("flatten", "2000", 0),
                            Row("dense1", "500", 1'000'500), Row("dense_relu1", "500", 0),
                            Row("dense2", "10", 5010)));
    EXPECT_EQ(parameterCount(layers), 1'007'590);
    EXPECT_EQ(layers.front().in, (Shape{1, 28, 28}));
}

TEST(Network, TheArticlesOwnOutputIsReluAndSoftmax) {
    NetworkSpec spec = presetConfig("article").network;
    spec.output = Output::Softmax;
    const auto layers = layersOf(spec);
    ASSERT_EQ(layers.size(), 11U);
    EXPECT_EQ(layers[9].kind, LayerKind::Relu);
    EXPECT_EQ(layers[10].kind, LayerKind::Softmax);
    EXPECT_EQ(layers[10].out.text(), "10");
    EXPECT_EQ(parameterCount(layers), 1'007'590);
}

TEST(Network, Lenet5LayerByLayer) {
    const auto layers = presetLayers("lenet5");
    EXPECT_THAT(table(layers),
                ElementsAre(Row("conv1", "6×28×28", 156), Row("relu1", "6×28×28", 0),
                            Row("pool1", "6×14×14", 0), Row("conv2", "16×10×10", 2416),
                            Row("relu2", "16×10×10", 0), Row("pool2", "16×5×5", 0),
                            Row("flatten", "400", 0), Row("dense1", "120", 48'120),
                            Row("dense_relu1", "120", 0), Row("dense2", "84", 10'164),
                            Row("dense_relu2", "84", 0), Row("dense3", "10", 850)));
    EXPECT_EQ(parameterCount(layers), 61'706);
}

TEST(Network, CompactIsSmallAndHasBatchNormAndDropout) {
    const auto layers = presetLayers("compact");
    EXPECT_LT(parameterCount(layers), 200'000);
    const auto countOf = [&layers](LayerKind kind) {
        return std::count_if(layers.begin(), layers.end(),
                             [kind](const Layer& layer) { return layer.kind == kind; });
    };
    EXPECT_EQ(countOf(LayerKind::BatchNorm), countOf(LayerKind::Conv));
    EXPECT_EQ(countOf(LayerKind::Dropout), 1);
}

TEST(Network, BatchNormAndDropoutStandWhereTheyShould) {
    const NetworkSpec spec{.convs = {{.channels = 4, .kernel = 3, .padding = 1, .pool = 3}},
                           .hidden = {8},
                           .batchNorm = true,
                           .dropout = 0.25};
    const auto layers = layersOf(spec);
    EXPECT_THAT(table(layers), ElementsAre(Row("conv1", "4×28×28", 40), Row("norm1", "4×28×28", 8),
                                           Row("relu1", "4×28×28", 0), Row("pool1", "4×9×9", 0),
                                           Row("flatten", "324", 0), Row("dense1", "8", 2600),
                                           Row("dense_relu1", "8", 0), Row("dropout1", "8", 0),
                                           Row("dense2", "10", 90)));
    EXPECT_EQ(layers[0].kernel, 3);
    EXPECT_EQ(layers[0].padding, 1);
    EXPECT_EQ(layers[3].kernel, 3);
    EXPECT_EQ(layers[7].dropout, 0.25);
}

TEST(Network, EachLayerTakesWhatTheLastOneGave) {
    for (const Preset& preset : presets()) {
        const auto layers = layersOf(preset.config.network);
        for (std::size_t i = 1; i < layers.size(); ++i) {
            EXPECT_EQ(layers[i].in, layers[i - 1].out) << preset.name << " " << layers[i].name;
        }
        EXPECT_EQ(layers.back().out, (Shape{10, 1, 1}));
    }
}

TEST(Network, WithoutConvolutionsAndHiddenLayersItIsOneDenseLayer) {
    const auto layers = layersOf({});
    EXPECT_THAT(table(layers), ElementsAre(Row("flatten", "784", 0), Row("dense1", "10", 7850)));
    EXPECT_THAT(shownNames(layers), ElementsAre("dense1"));
}

TEST(Network, ShownIsTheLastLayerOfEachStage) {
    EXPECT_THAT(shownNames(presetLayers("article")),
                ElementsAre("relu1", "pool1", "relu2", "dense_relu1", "dense2"));
    EXPECT_THAT(
        shownNames(presetLayers("lenet5")),
        ElementsAre("relu1", "pool1", "relu2", "pool2", "dense_relu1", "dense_relu2", "dense3"));
    EXPECT_THAT(shownNames(presetLayers("compact")),
                ElementsAre("relu1", "pool1", "relu2", "relu3", "pool3", "relu4", "relu5", "pool5",
                            "dropout1", "dense2"));
    NetworkSpec spec = presetConfig("article").network;
    spec.output = Output::Softmax;
    EXPECT_THAT(shownNames(layersOf(spec)),
                ElementsAre("relu1", "pool1", "relu2", "dense_relu1", "softmax"));
}

TEST(Network, TensorsOfTheArticle) {
    EXPECT_THAT(
        tensorsOf(presetLayers("article")),
        ElementsAre(TensorShape{"conv1.weight", {10, 1, 5, 5}}, TensorShape{"conv1.bias", {10}},
                    TensorShape{"conv2.weight", {20, 10, 3, 3}}, TensorShape{"conv2.bias", {20}},
                    TensorShape{"dense1.weight", {500, 2000}}, TensorShape{"dense1.bias", {500}},
                    TensorShape{"dense2.weight", {10, 500}}, TensorShape{"dense2.bias", {10}}));
}

TEST(Network, BatchNormKeepsItsRunningStatistics) {
    const auto tensors =
        tensorsOf(layersOf({.convs = {{.channels = 4}}, .hidden = {}, .batchNorm = true}));
    EXPECT_THAT(
        tensors,
        ElementsAre(TensorShape{"conv1.weight", {4, 1, 5, 5}}, TensorShape{"conv1.bias", {4}},
                    TensorShape{"norm1.weight", {4}}, TensorShape{"norm1.bias", {4}},
                    TensorShape{"norm1.running_mean", {4}}, TensorShape{"norm1.running_var", {4}},
                    TensorShape{"dense1.weight", {10, 576}}, TensorShape{"dense1.bias", {10}}));
}

TEST(Network, WhatIsLearnedIsCountedInItsTensorsToo) {
    for (const Preset& preset : presets()) {
        const auto layers = layersOf(preset.config.network);
        std::int64_t count = 0;
        for (const TensorShape& tensor : tensorsOf(layers)) {
            count += tensor.name.find("running") == std::string::npos ? tensor.count() : 0;
        }
        EXPECT_EQ(count, parameterCount(layers)) << preset.name;
    }
}

TEST(Shape, SaysItself) {
    EXPECT_EQ((Shape{10, 24, 24}).text(), "10×24×24");
    EXPECT_EQ((Shape{1, 28, 1}).text(), "1×28×1");
    EXPECT_EQ((Shape{500, 1, 1}).text(), "500");
    EXPECT_EQ((Shape{20, 10, 10}).size(), 2000);
}

} // namespace
} // namespace digitlab
