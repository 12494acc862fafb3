// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/features.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab {

namespace {

constexpr double kSmallest = 1e-30; ///< probability; keeps the logarithm finite

} // namespace

Features::Features(const std::vector<Layer>& layers)
    : m_layers(featureLayers(layers))
    , m_given(m_layers.size())
    , m_endsInSoftmax(layers.back().kind == LayerKind::Softmax) {}

void Features::hear(std::size_t layer, const at::Tensor& given) {
    const auto found = std::ranges::find(m_layers, layer);
    if (found != m_layers.end()) {
        m_given[static_cast<std::size_t>(found - m_layers.begin())] = given.flatten(1);
    }
}

at::Tensor Features::logits() const {
    return m_endsInSoftmax ? at::log(m_given.front().clamp_min(kSmallest)) : m_given.front();
}

at::Tensor Features::all() const {
    std::vector<at::Tensor> parts = m_given;
    parts.front() = logits();
    return at::cat(parts, 1);
}

at::Tensor digitScores(const at::Tensor& features, const Confidence& confidence) {
    const auto tensorOf = [&](const std::vector<double>& values) {
        return at::tensor(values, at::kDouble).to(features.device(), at::kFloat);
    };
    const auto units = static_cast<std::int64_t>(confidence.output.size()) - 1;
    const at::Tensor hidden = tensorOf(confidence.hidden).view({units, -1});
    const at::Tensor output = tensorOf(confidence.output);
    const std::int64_t count = features.size(1);
    const at::Tensor given =
        at::relu(at::linear(features, hidden.narrow(1, 0, count), hidden.select(1, count)));
    return at::mv(given, output.narrow(0, 0, units)) + output[units];
}

void judge(const Features& features, const Confidence& confidence, std::span<Verdict> verdicts) {
    const at::Tensor logits = features.logits();
    const at::Tensor probabilities =
        at::softmax(logits / confidence.temperature, 1).cpu().contiguous();
    const float* probability = probabilities.data_ptr<float>();
    const auto count = static_cast<std::size_t>(logits.size(0));
    for (std::size_t i = 0; i < count; ++i, probability += 10) {
        std::copy_n(probability, 10, verdicts[i].probabilities.begin());
    }
    if (confidence.output.empty()) {
        return;
    }
    const at::Tensor isDigit =
        at::sigmoid(digitScores(features.all(), confidence)).cpu().contiguous();
    const float* value = isDigit.data_ptr<float>();
    for (std::size_t i = 0; i < count; ++i) {
        verdicts[i].isDigit = value[i];
    }
}

} // namespace digitlab
