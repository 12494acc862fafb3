// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/features.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab {

namespace {

constexpr double kSmallest = 1e-30; ///< probability; keeps the logarithm finite

/// The mean and the maximum of each map (batch×2·channels).
at::Tensor summaryOf(const at::Tensor& maps) {
    return at::cat({maps.mean({2, 3}), maps.amax({2, 3})}, 1);
}

} // namespace

Features::Features(const std::vector<Layer>& layers)
    : m_sources(featureSources(layers))
    , m_given(m_sources.size())
    , m_endsInSoftmax(layers.back().kind == LayerKind::Softmax) {}

void Features::hear(std::size_t layer, const at::Tensor& given) {
    const auto found = std::ranges::find(m_sources, layer, &FeatureSource::layer);
    if (found != m_sources.end()) {
        m_given[static_cast<std::size_t>(found - m_sources.begin())] =
            found->summarised ? summaryOf(given) : given.flatten(1);
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

Judge::Judge(const Confidence& confidence, c10::Device device)
    : m_temperature(confidence.temperature) {
    if (confidence.output.empty()) {
        return;
    }
    const auto tensorOf = [&](const std::vector<double>& values) {
        return at::tensor(values, at::kDouble).to(device, at::kFloat);
    };
    const auto units = static_cast<std::int64_t>(confidence.output.size()) - 1;
    const at::Tensor hidden = tensorOf(confidence.hidden).view({units, -1});
    const at::Tensor output = tensorOf(confidence.output);
    const std::int64_t features = hidden.size(1) - 1;
    m_hiddenWeight = hidden.narrow(1, 0, features).contiguous();
    m_hiddenBias = hidden.select(1, features).contiguous();
    m_outputWeight = output.narrow(0, 0, units);
    m_outputBias = output[units];
}

at::Tensor Judge::digitScores(const at::Tensor& features) const {
    const at::Tensor hidden = at::relu(at::linear(features, m_hiddenWeight, m_hiddenBias));
    return at::mv(hidden, m_outputWeight) + m_outputBias;
}

void Judge::decide(const Features& features, std::span<Verdict> verdicts) const {
    const at::Tensor logits = features.logits();
    const at::Tensor probabilities = at::softmax(logits / m_temperature, 1).cpu().contiguous();
    const float* probability = probabilities.data_ptr<float>();
    const auto count = static_cast<std::size_t>(logits.size(0));
    for (std::size_t i = 0; i < count; ++i, probability += 10) {
        std::copy_n(probability, 10, verdicts[i].probabilities.begin());
    }
    if (!m_hiddenWeight.defined()) {
        return;
    }
    const at::Tensor isDigit = at::sigmoid(digitScores(features.all())).cpu().contiguous();
    const float* value = isDigit.data_ptr<float>();
    for (std::size_t i = 0; i < count; ++i) {
        verdicts[i].isDigit = value[i];
    }
}

} // namespace digitlab
