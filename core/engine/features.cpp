// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/features.h"

#include "core/engine/lanes/kernel_choice.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace digitlab {

namespace {

constexpr double kSmallest = 1e-30; ///< probability; keeps the logarithm finite

/// The mean and the maximum of each map (batch×2·channels).
at::Tensor summaryOf(const at::Tensor& maps) {
    return at::cat({maps.mean({2, 3}), maps.amax({2, 3})}, 1);
}

/// The same of one image, behind the others.
void appendSummary(std::span<const float> maps, std::int64_t channels, std::vector<float>& to) {
    const std::size_t size = maps.size() / static_cast<std::size_t>(channels);
    for (std::size_t first = 0; first < maps.size(); first += size) {
        const auto map = maps.subspan(first, size);
        to.push_back(std::reduce(map.begin(), map.end()) / static_cast<float>(size));
    }
    for (std::size_t first = 0; first < maps.size(); first += size) {
        to.push_back(std::ranges::max(maps.subspan(first, size)));
    }
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

ImageFeatures::ImageFeatures(const std::vector<Layer>& layers)
    : m_sources(featureSources(layers))
    , m_given(m_sources.size())
    , m_endsInSoftmax(layers.back().kind == LayerKind::Softmax) {}

void ImageFeatures::hear(std::size_t layer, std::span<const float> given) {
    const auto found = std::ranges::find(m_sources, layer, &FeatureSource::layer);
    if (found == m_sources.end()) {
        return;
    }
    std::vector<float>& to = m_given[static_cast<std::size_t>(found - m_sources.begin())];
    to.clear();
    if (found->summarised) {
        appendSummary(given, found->count / 2, to);
    } else {
        to.assign(given.begin(), given.end());
    }
}

std::vector<float> ImageFeatures::logits() const {
    std::vector<float> logits = m_given.front();
    if (m_endsInSoftmax) {
        for (float& value : logits) {
            value = std::log(std::max(value, static_cast<float>(kSmallest)));
        }
    }
    return logits;
}

std::vector<float> ImageFeatures::all() const {
    std::vector<float> all = logits();
    for (std::size_t i = 1; i < m_given.size(); ++i) {
        all.insert(all.end(), m_given[i].begin(), m_given[i].end());
    }
    return all;
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

Verdict Judge::decide(const ImageFeatures& features) const {
    Verdict verdict;
    const std::vector<float> logits = features.logits();
    const float largest = std::ranges::max(logits);
    float sum = 0;
    for (std::size_t i = 0; i < verdict.probabilities.size(); ++i) {
        verdict.probabilities[i] =
            std::exp((logits[i] - largest) / static_cast<float>(m_temperature));
        sum += verdict.probabilities[i];
    }
    for (float& probability : verdict.probabilities) {
        probability /= sum;
    }
    if (m_hiddenWeight.defined()) {
        const std::vector<float> all = features.all();
        std::vector<float> hidden(static_cast<std::size_t>(m_hiddenBias.numel()));
        lanes::bestKernels().multiplyVector(
            m_hiddenBias.numel(), static_cast<std::int64_t>(all.size()),
            m_hiddenWeight.data_ptr<float>(), all.data(), hidden.data());
        const float* bias = m_hiddenBias.data_ptr<float>();
        const float* weight = m_outputWeight.data_ptr<float>();
        float score = *m_outputBias.data_ptr<float>();
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            score += weight[i] * std::max(0.0F, hidden[i] + bias[i]);
        }
        verdict.isDigit = 1 / (1 + std::exp(-score));
    }
    return verdict;
}

} // namespace digitlab
