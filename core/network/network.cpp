// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include "core/error.h"

#include <numeric>

namespace digitlab {

namespace {

constexpr Shape kInput{1, 28, 28};
constexpr int kDigits = 10;

/// Appends layers one by one; each takes the shape that the last one gave.
class Builder {
public:
    void add(LayerKind kind, std::string name, Shape out, std::int64_t parameters = 0) {
        m_layers.push_back({kind, std::move(name), shape(), out, 0, 0, 0, parameters});
    }
    [[nodiscard]] Shape shape() const { return m_layers.empty() ? kInput : m_layers.back().out; }
    [[nodiscard]] Layer& last() { return m_layers.back(); }
    [[nodiscard]] std::vector<Layer> take() { return std::move(m_layers); }

private:
    std::vector<Layer> m_layers;
};

void addConvBlock(Builder& builder, const ConvBlock& block, bool batchNorm,
                  const std::string& number) {
    const Shape in = builder.shape();
    const int grow = 2 * block.padding - block.kernel + 1;
    const Shape out{block.channels, in.height + grow, in.width + grow};
    const std::int64_t weights =
        std::int64_t{1} * block.channels * in.channels * block.kernel * block.kernel;
    builder.add(LayerKind::Conv, "conv" + number, out, weights + block.channels);
    builder.last().kernel = block.kernel;
    builder.last().padding = block.padding;
    if (batchNorm) {
        builder.add(LayerKind::BatchNorm, "norm" + number, out, std::int64_t{2} * block.channels);
    }
    builder.add(LayerKind::Relu, "relu" + number, out);
    if (block.pool > 1) {
        builder.add(LayerKind::MaxPool, "pool" + number,
                    {out.channels, out.height / block.pool, out.width / block.pool});
        builder.last().kernel = block.pool;
    }
}

void addDense(Builder& builder, int units, const std::string& number) {
    const std::int64_t in = builder.shape().size();
    builder.add(LayerKind::Dense, "dense" + number, {units, 1, 1}, in * units + units);
}

Message kernelProblem(const ConvBlock& block, std::int64_t number, std::int64_t side) {
    const std::int64_t kernel = block.kernel;
    const std::int64_t padding = block.padding;
    if (padding == 0) {
        return Message(DIGITLAB_TEXT("core", "conv %1: a %2×%2 kernel does not fit its %3×%3 "
                                             "input; at most %3×%3 is possible"),
                       {number, kernel, side});
    }
    return Message(DIGITLAB_TEXT("core", "conv %1: a %2×%2 kernel does not fit its %3×%3 input "
                                         "with a padding of %4; at most %5×%5 is possible"),
                   {number, kernel, side, padding, side + 2 * padding});
}

/// What is wrong with one convolution for the input that it gets, if anything. `side` becomes the
/// height and width behind it.
std::vector<Problem> problemsOfConv(const ConvBlock& block, std::int64_t number, int& side) {
    const std::string key = "conv" + std::to_string(number);
    const int padded = side + 2 * block.padding;
    if (block.kernel > padded) {
        return {{key + ".kernel", kernelProblem(block, number, side)}};
    }
    if (block.padding >= block.kernel) {
        return {{key + ".padding",
                 Message(DIGITLAB_TEXT("core", "conv %1: a padding of %2 is too wide for its %3×%3 "
                                               "kernel; less than %3 is expected"),
                         {number, std::int64_t{block.padding}, std::int64_t{block.kernel}})}};
    }
    side = padded - block.kernel + 1;
    if (block.pool > side) {
        return {{key + ".pool",
                 Message(DIGITLAB_TEXT("core", "conv %1: a pool of %2×%2 does not fit its %3×%3 "
                                               "maps; at most %3×%3 is possible"),
                         {number, std::int64_t{block.pool}, std::int64_t{side}})}};
    }
    side /= block.pool;
    return {};
}

/// The layers of a description that can be built.
std::vector<Layer> buildLayers(const NetworkSpec& spec) {
    Builder builder;
    for (std::size_t i = 0; i < spec.convs.size(); ++i) {
        addConvBlock(builder, spec.convs[i], spec.batchNorm, std::to_string(i + 1));
    }
    builder.add(LayerKind::Flatten, "flatten", {static_cast<int>(builder.shape().size()), 1, 1});
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        addDense(builder, spec.hidden[i], number);
        builder.add(LayerKind::Relu, "dense_relu" + number, builder.shape());
        if (spec.dropout > 0) {
            builder.add(LayerKind::Dropout, "dropout" + number, builder.shape());
            builder.last().dropout = spec.dropout;
        }
    }
    addDense(builder, kDigits, std::to_string(spec.hidden.size() + 1));
    if (spec.output == Output::Softmax) {
        builder.add(LayerKind::Relu, "answer_relu", builder.shape());
        builder.add(LayerKind::Softmax, "softmax", builder.shape());
    }
    return builder.take();
}

} // namespace

std::string Shape::text() const {
    if (isFlat()) {
        return std::to_string(channels);
    }
    return std::to_string(channels) + "×" + std::to_string(height) + "×" + std::to_string(width);
}

std::int64_t TensorShape::count() const {
    return std::accumulate(sizes.begin(), sizes.end(), std::int64_t{1}, std::multiplies<>());
}

std::vector<Problem> problemsOf(const NetworkSpec& spec) {
    int side = kInput.height;
    for (std::size_t i = 0; i < spec.convs.size(); ++i) {
        auto problems = problemsOfConv(spec.convs[i], static_cast<std::int64_t>(i) + 1, side);
        if (!problems.empty()) {
            return problems; // what comes behind it depends on it
        }
    }
    if (const auto parameters = parameterCount(buildLayers(spec)); parameters > kMaxParameters) {
        const std::string field = spec.hidden.empty() ? "conv1.channels" : "dense1.units";
        return {{field, Message(DIGITLAB_TEXT("core", "the network has %1 parameters; at most %2 "
                                                      "are expected"),
                                {parameters, kMaxParameters})}};
    }
    return {};
}

std::vector<Layer> layersOf(const NetworkSpec& spec) {
    if (const auto problems = problemsOf(spec); !problems.empty()) {
        throw Error(problems.front().message);
    }
    return buildLayers(spec);
}

std::int64_t parameterCount(const std::vector<Layer>& layers) {
    return std::accumulate(
        layers.begin(), layers.end(), std::int64_t{0},
        [](std::int64_t sum, const Layer& layer) { return sum + layer.parameters; });
}

std::vector<std::size_t> shownLayers(const std::vector<Layer>& layers) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        const LayerKind next = layers[i + 1].kind;
        const bool ends = next == LayerKind::Conv || next == LayerKind::MaxPool ||
                          next == LayerKind::Flatten || next == LayerKind::Dense;
        // The flattened maps are the same numbers as the maps before them.
        if (ends && layers[i].kind != LayerKind::Flatten) {
            shown.push_back(i);
        }
    }
    shown.push_back(layers.size() - 1);
    return shown;
}

std::vector<TensorShape> tensorsOf(const std::vector<Layer>& layers) {
    std::vector<TensorShape> tensors;
    for (const Layer& layer : layers) {
        const std::int64_t out = layer.out.channels;
        if (layer.kind == LayerKind::Conv) {
            tensors.push_back(
                {layer.name + ".weight", {out, layer.in.channels, layer.kernel, layer.kernel}});
            tensors.push_back({layer.name + ".bias", {out}});
        } else if (layer.kind == LayerKind::Dense) {
            tensors.push_back({layer.name + ".weight", {out, layer.in.size()}});
            tensors.push_back({layer.name + ".bias", {out}});
        } else if (layer.kind == LayerKind::BatchNorm) {
            for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"}) {
                tensors.push_back({layer.name + part, {out}});
            }
        }
    }
    return tensors;
}

std::vector<TensorShape> learnedTensorsOf(const std::vector<Layer>& layers) {
    std::vector<TensorShape> learned = tensorsOf(layers);
    std::erase_if(learned, [](const TensorShape& tensor) {
        return tensor.name.find(".running_") != std::string::npos;
    });
    return learned;
}

} // namespace digitlab
