// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace digitlab {

/// What comes after the last dense layer.
enum class Output {
    Logits,  ///< nothing: ten numbers of any size
    Softmax, ///< ReLU and softmax, as in the article; cross entropy then squashes a second time
};

/// A convolution with stride 1, ReLU behind it, and what belongs to it.
struct ConvBlock {
    int channels = 10; ///< how many kernels, so how many feature maps
    int kernel = 5;    ///< height and width of each kernel
    int padding = 0;   ///< zeros around the input, on each side
    int pool = 2;      ///< max pool of this size behind it; 1 = none

    bool operator==(const ConvBlock&) const = default;
};

/// A convolutional network for 1×28×28 digits, as a person describes it: convolutions, then dense
/// layers, then ten outputs. Everything else (the layers, their shapes) follows from it.
struct NetworkSpec {
    std::vector<ConvBlock> convs;
    std::vector<int> hidden; ///< units of each dense layer before the last
    bool batchNorm = false;  ///< after each convolution, before its ReLU
    double dropout = 0;      ///< share of each hidden dense layer's outputs set to 0 in training
    Output output = Output::Logits;

    bool operator==(const NetworkSpec&) const = default;
};

/// The shape of one sample between two layers. A flat one is units×1×1.
struct Shape {
    int channels = 0;
    int height = 1;
    int width = 1;

    [[nodiscard]] std::int64_t size() const { return std::int64_t{1} * channels * height * width; }
    [[nodiscard]] bool isFlat() const { return height == 1 && width == 1; }
    /// "10×24×24", or "500" where it is flat.
    [[nodiscard]] std::string text() const;
    bool operator==(const Shape&) const = default;
};

enum class LayerKind { Conv, BatchNorm, Relu, MaxPool, Flatten, Dense, Dropout, Softmax };

/// One layer, with what follows from the description.
struct Layer {
    LayerKind kind = LayerKind::Relu;
    std::string name; ///< "conv1", "norm1", "relu1", "pool1", "flatten", "dense1", "dropout1", …
    Shape in;
    Shape out;
    int kernel = 0;              ///< Conv: kernel size; MaxPool: window and stride
    int padding = 0;             ///< Conv
    double dropout = 0;          ///< Dropout
    std::int64_t parameters = 0; ///< numbers that are learned
};

/// Why a network cannot be built, and the field of the configuration to blame.
struct Problem {
    std::string field; ///< key of a Field, e.g. "conv2.kernel"
    Message message;
};

/// More numbers than this are not worth training on digits, and soon do not fit the memory.
inline constexpr std::int64_t kMaxParameters = 20'000'000;

/// What is wrong with a description; empty where it can be built.
std::vector<Problem> problemsOf(const NetworkSpec& spec);

/// The layers in order, from the 1×28×28 input to the 10 outputs. Throws Error with the first of
/// problemsOf() where there is one.
std::vector<Layer> layersOf(const NetworkSpec& spec);

/// How many numbers the network learns.
std::int64_t parameterCount(const std::vector<Layer>& layers);

/// Indices of the layers worth looking at, in order: of each convolution, pool and dense layer the
/// last one before the next (so conv1 is shown after its batch norm and ReLU), and the last layer.
std::vector<std::size_t> shownLayers(const std::vector<Layer>& layers);

/// A named array of numbers in the network.
struct TensorShape {
    std::string name; ///< "conv1.weight", "norm1.running_mean", …
    std::vector<std::int64_t> sizes;

    [[nodiscard]] std::int64_t count() const;
    bool operator==(const TensorShape&) const = default;
};

/// All arrays that a model of this network consists of: weights, biases and running statistics, in
/// the order of the layers. Conv weights are out×in×height×width, dense weights out×in.
std::vector<TensorShape> tensorsOf(const std::vector<Layer>& layers);

/// Those of them that are learned: all but the running statistics.
std::vector<TensorShape> learnedTensorsOf(const std::vector<Layer>& layers);

} // namespace digitlab
