// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network_module.h"

#include <ATen/ATen.h>

namespace digitlab {

namespace {

/// The outputs that dropout keeps, scaled up so that their mean stays. The mask is drawn here, as
/// at::dropout() would draw from the generator that all threads share.
at::Tensor applyDropout(const at::Tensor& x, double share, at::Generator& generator) {
    const double kept = 1 - share;
    const at::Tensor mask = at::empty(x.sizes()).bernoulli_(kept, generator).div_(kept);
    return x * mask.to(x.device());
}

/// Max pool and ReLU commute: with the pool first, ReLU has a quarter to do.
std::vector<std::size_t> fastOrder(const std::vector<Layer>& layers) {
    std::vector<std::size_t> order(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        order[i] = i;
        if (i > 0 && layers[i].kind == LayerKind::MaxPool &&
            layers[i - 1].kind == LayerKind::Relu) {
            std::swap(order[i - 1], order[i]);
        }
    }
    return order;
}

} // namespace

NetworkModule::NetworkModule(std::vector<Layer> layers, std::vector<at::Tensor> tensors)
    : m_layers(std::move(layers))
    , m_tensors(std::move(tensors))
    , m_fastOrder(fastOrder(m_layers)) {
    auto next = m_tensors.begin();
    for (const Layer& layer : m_layers) {
        LayerTensors& own = m_layerTensors.emplace_back();
        if (!tensorsOf({layer}).empty()) {
            own.weight = *next++;
            own.bias = *next++;
        }
        if (layer.kind == LayerKind::BatchNorm) {
            own.mean = *next++;
            own.variance = *next++;
        }
    }
}

std::vector<at::Tensor> NetworkModule::parameters() const {
    std::vector<at::Tensor> learned;
    for (const LayerTensors& own : m_layerTensors) {
        if (own.weight.defined()) {
            learned.insert(learned.end(), {own.weight, own.bias});
        }
    }
    return learned;
}

at::Tensor NetworkModule::infer(at::Tensor images) const {
    for (const std::size_t i : m_fastOrder) {
        images = apply(i, images, nullptr);
    }
    return images;
}

at::Tensor NetworkModule::infer(at::Tensor images, const Tap& tap) const {
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        images = apply(i, images, nullptr);
        tap(i, images);
    }
    return images;
}

at::Tensor NetworkModule::train(at::Tensor images, at::Generator& dropout) {
    for (const std::size_t i : m_fastOrder) {
        images = apply(i, images, &dropout);
    }
    return images;
}

at::Tensor NetworkModule::apply(std::size_t index, const at::Tensor& x,
                                at::Generator* training) const {
    const Layer& layer = m_layers[index];
    const LayerTensors& own = m_layerTensors[index];
    switch (layer.kind) {
    case LayerKind::Conv:
        return at::conv2d(x, own.weight, own.bias, 1, layer.padding);
    case LayerKind::BatchNorm:
        return at::batch_norm(x, own.weight, own.bias, own.mean, own.variance, training != nullptr,
                              kNormMomentum, kNormEpsilon, true);
    case LayerKind::Relu:
        return at::relu(x);
    case LayerKind::MaxPool:
        return at::max_pool2d(x, layer.kernel);
    case LayerKind::Flatten:
        return x.flatten(1);
    case LayerKind::Dense:
        if (x.size(0) == 1 &&
            training == nullptr) { // a matrix product would first copy the weights
            return at::addmv(own.bias, own.weight, x.select(0, 0)).unsqueeze(0);
        }
        return at::linear(x, own.weight, own.bias);
    case LayerKind::Dropout:
        return training == nullptr ? x : applyDropout(x, layer.dropout, *training);
    case LayerKind::Softmax:
        return at::softmax(x, 1);
    }
    return x;
}

} // namespace digitlab
