// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/weights.h"

#include "core/engine/random.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace digitlab {

namespace {

std::int64_t inputsOfUnit(const Layer& layer) {
    return layer.kind == LayerKind::Conv
               ? std::int64_t{1} * layer.in.channels * layer.kernel * layer.kernel
               : layer.in.size();
}

std::string textOf(const TensorShape& shape) {
    std::string text = shape.name + " [";
    for (const std::int64_t size : shape.sizes) {
        text += (text.back() == '[' ? "" : ", ") + std::to_string(size);
    }
    return text + "]";
}

} // namespace

std::vector<at::Tensor> freshWeights(const std::vector<Layer>& layers, std::int64_t seed) {
    at::Generator generator = makeGenerator(seed, RandomStream::Weights);
    std::vector<at::Tensor> tensors;
    for (const Layer& layer : layers) {
        const std::vector<TensorShape> shapes = tensorsOf({layer});
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            at::Tensor tensor = at::empty(shapes[i].sizes);
            if (layer.kind == LayerKind::BatchNorm) {
                // Weight 1 and bias 0; running mean 0 and running variance 1.
                tensor.fill_(i == 0 || i == 3 ? 1 : 0);
            } else {
                const double bound = 1 / std::sqrt(static_cast<double>(inputsOfUnit(layer)));
                tensor.uniform_(-bound, bound, generator);
            }
            tensors.push_back(std::move(tensor));
        }
    }
    return tensors;
}

std::vector<at::Tensor> toTorch(std::span<const Tensor> tensors, c10::Device device) {
    std::vector<at::Tensor> result;
    result.reserve(tensors.size());
    for (const Tensor& tensor : tensors) {
        auto* values = const_cast<float*>(tensor.values.data()); // only read, and copied
        result.push_back(at::from_blob(values, tensor.shape.sizes).clone().to(device));
    }
    return result;
}

std::vector<Tensor> fromTorch(const std::vector<TensorShape>& shapes,
                              const std::vector<at::Tensor>& tensors) {
    std::vector<Tensor> result;
    result.reserve(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const at::Tensor values = tensors[i].detach().cpu().contiguous();
        const float* first = values.data_ptr<float>();
        result.push_back({shapes[i], std::vector<float>(first, first + values.numel())});
    }
    return result;
}

void checkTensors(const std::vector<Tensor>& tensors, const std::vector<TensorShape>& expected) {
    if (tensors.size() != expected.size()) {
        throw Error(
            Message(DIGITLAB_TEXT("core", "The model has %1 tensors; its network needs %2."),
                    {static_cast<std::int64_t>(tensors.size()),
                     static_cast<std::int64_t>(expected.size())}));
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Tensor& tensor = tensors[i];
        if (tensor.shape != expected[i]) {
            throw Error(Message(
                DIGITLAB_TEXT("core", "The model has the tensor %1 where its network needs %2."),
                {textOf(tensor.shape), textOf(expected[i])}));
        }
        if (static_cast<std::int64_t>(tensor.values.size()) != expected[i].count()) {
            throw Error(Message(
                DIGITLAB_TEXT("core", "The model's tensor %1 holds %2 numbers; %3 are expected."),
                {textOf(tensor.shape), static_cast<std::int64_t>(tensor.values.size()),
                 expected[i].count()}));
        }
        if (!std::all_of(tensor.values.begin(), tensor.values.end(),
                         [](float value) { return std::isfinite(value); })) {
            throw Error(Message(
                DIGITLAB_TEXT("core", "The model's tensor %1 holds numbers that are not finite."),
                {tensor.shape.name}));
        }
    }
}

} // namespace digitlab
