// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/conv_stage.h"

#include "core/engine/network_module.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace digitlab::lanes {

namespace {

ConvSizes convSizes(const ConvBlock& spec, const Shape& input) {
    const int reach = 2 * spec.padding - spec.kernel + 1;
    return {input.channels, spec.channels, spec.kernel, input.height + reach, input.width + reach};
}

/// Zeros that the gradient needs around it on its way back through a convolution.
std::ptrdiff_t borderOfGradient(const ConvBlock& spec) {
    return std::max(0, spec.kernel - 1 - spec.padding);
}

} // namespace

ConvStage::ConvStage(const ConvBlock& spec, const Shape& input, Tensors tensors, Places places,
                     ParameterUpdate& update, const Kernels& kernels, int members,
                     BufferMemory& memory)
    : m_kernels(kernels)
    , m_update(update)
    , m_conv(convSizes(spec, input))
    , m_finish{spec.channels, m_conv.height, m_conv.width, spec.pool}
    , m_input(input)
    , m_padding(spec.padding)
    , m_tensors(std::move(tensors))
    , m_places(std::move(places))
    , m_own(static_cast<std::size_t>(members)) {
    const Shape output{spec.channels, static_cast<int>(m_conv.height),
                       static_cast<int>(m_conv.width)};
    for (std::size_t block = 0; block < m_places.input.size(); ++block) {
        m_maps.push_back(newMaps(output, borderOfGradient(spec), memory));
    }
    std::int64_t count = 0;
    for (const at::Tensor& tensor :
         {m_tensors.weight, m_tensors.bias, m_tensors.normWeight, m_tensors.normBias}) {
        if (tensor.defined()) {
            count += m_parameters.emplace_back(update.track(tensor)).values.numel();
        }
    }
    for (Own& own : m_own) {
        own.gradient.resize(static_cast<std::size_t>(count));
        own.turned.resize(static_cast<std::size_t>(m_tensors.weight.numel()));
        own.sums.resize(static_cast<std::size_t>(spec.channels));
        own.norms.resize(static_cast<std::size_t>(spec.channels));
    }
}

void ConvStage::forward(Team& team, int member, const BatchLanes& batch, const Part& blocks) {
    for (auto block = static_cast<std::size_t>(blocks.first);
         block < static_cast<std::size_t>(blocks.last); ++block) {
        m_kernels.convolve(m_conv, withBorder(m_places.input[block], m_padding),
                           m_tensors.weight.data_ptr<float>(), m_tensors.bias.data_ptr<float>(),
                           m_maps[block]);
    }
    if (m_tensors.normWeight.defined()) {
        normalise(team, member, batch, blocks);
    }
    const ChannelNorm* norms = m_tensors.normWeight.defined()
                                   ? m_own[static_cast<std::size_t>(member)].norms.data()
                                   : nullptr;
    for (auto block = static_cast<std::size_t>(blocks.first);
         block < static_cast<std::size_t>(blocks.last); ++block) {
        m_kernels.finish(m_finish, m_maps[block], norms, m_places.output[block]);
    }
}

std::vector<ChannelSums> ConvStage::sumsOfAll() const {
    std::vector<ChannelSums> total(m_own.front().sums.size());
    for (const Own& own : m_own) {
        for (std::size_t channel = 0; channel < total.size(); ++channel) {
            total[channel].first += own.sums[channel].first;
            total[channel].second += own.sums[channel].second;
        }
    }
    return total;
}

/// Mean and deviation of each channel over the whole batch, and what follows from them. Each member
/// works them out for itself, from the sums of all.
void ConvStage::normalise(Team& team, int member, const BatchLanes& batch, const Part& blocks) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    std::fill(own.sums.begin(), own.sums.end(), ChannelSums{});
    for (std::int64_t block = blocks.first; block < blocks.last; ++block) {
        m_kernels.moments(m_finish, m_maps[static_cast<std::size_t>(block)], batch.mask(block),
                          own.sums.data());
    }
    team.meet();
    const std::vector<ChannelSums> total = sumsOfAll();
    const double count = static_cast<double>(batch.images() * m_conv.height * m_conv.width);
    const float* weight = m_tensors.normWeight.data_ptr<float>();
    const float* bias = m_tensors.normBias.data_ptr<float>();
    for (std::size_t channel = 0; channel < total.size(); ++channel) {
        const double mean = total[channel].first / count;
        const double variance = std::max(0.0, total[channel].second / count - mean * mean);
        ChannelNorm& norm = own.norms[channel];
        norm.mean = static_cast<float>(mean);
        norm.inverse = static_cast<float>(1 / std::sqrt(variance + kNormEpsilon));
        norm.scale = weight[channel] * norm.inverse;
        norm.shift = bias[channel] - norm.mean * norm.scale;
        if (member == 0) {
            const auto follow = [](float& running, double value) {
                running +=
                    static_cast<float>(kNormMomentum) * (static_cast<float>(value) - running);
            };
            follow(m_tensors.normMean.data_ptr<float>()[channel], mean);
            follow(m_tensors.normVariance.data_ptr<float>()[channel],
                   variance * count / (count - 1));
        }
    }
}

void ConvStage::backward(Team& team, int member, const BatchLanes& batch, const Part& blocks) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    const bool hasNorm = m_tensors.normWeight.defined();
    if (hasNorm) {
        normaliseBack(team, member, batch, blocks);
    }
    for (std::int64_t block = blocks.first; block < blocks.last; ++block) {
        const auto place = static_cast<std::size_t>(block);
        m_kernels.finishBack(m_finish, m_maps[place], hasNorm ? own.norms.data() : nullptr,
                             batch.mask(block), m_places.outputGradient[place]);
    }
    if (blocks.size() == 0) {
        std::fill(own.gradient.begin(), own.gradient.end(), 0.0F);
        return;
    }
    std::vector<Maps> inputs;
    for (std::int64_t block = blocks.first; block < blocks.last; ++block) {
        inputs.push_back(withBorder(m_places.input[static_cast<std::size_t>(block)], m_padding));
    }
    m_kernels.convolveBack(m_conv, inputs.data(), m_maps.data() + blocks.first, blocks.size(),
                           own.gradient.data(), own.gradient.data() + m_tensors.weight.numel());
    if (!m_places.inputGradient.empty()) {
        convolveToInput(member, blocks);
    }
}

/// The gradients of weight and bias of batch norm, and the means that its input's gradient needs.
void ConvStage::normaliseBack(Team& team, int member, const BatchLanes& batch, const Part& blocks) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    std::fill(own.sums.begin(), own.sums.end(), ChannelSums{});
    for (std::int64_t block = blocks.first; block < blocks.last; ++block) {
        const auto place = static_cast<std::size_t>(block);
        m_kernels.finishSums(m_finish, m_maps[place], own.norms.data(),
                             m_places.outputGradient[place], own.sums.data());
    }
    float* weightGradient = own.gradient.data() + m_tensors.weight.numel() + m_tensors.bias.numel();
    float* biasGradient = weightGradient + own.sums.size();
    for (std::size_t channel = 0; channel < own.sums.size(); ++channel) {
        weightGradient[channel] = static_cast<float>(own.sums[channel].second);
        biasGradient[channel] = static_cast<float>(own.sums[channel].first);
    }
    team.meet();
    const std::vector<ChannelSums> total = sumsOfAll();
    const double count = static_cast<double>(batch.images() * m_conv.height * m_conv.width);
    for (std::size_t channel = 0; channel < total.size(); ++channel) {
        own.norms[channel].gradient = static_cast<float>(total[channel].first / count);
        own.norms[channel].alignment = static_cast<float>(total[channel].second / count);
    }
}

/// A gradient goes back through a convolution by another one, with the kernels turned by 180° and
/// inputs and outputs in each other's place.
void ConvStage::convolveToInput(int member, const Part& blocks) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    const float* weights = m_tensors.weight.data_ptr<float>();
    const std::ptrdiff_t taps = m_conv.kernel * m_conv.kernel;
    for (std::ptrdiff_t output = 0; output < m_conv.outputs; ++output) {
        for (std::ptrdiff_t input = 0; input < m_conv.inputs; ++input) {
            const float* from = weights + (output * m_conv.inputs + input) * taps;
            float* to = own.turned.data() + (input * m_conv.outputs + output) * taps;
            std::reverse_copy(from, from + taps, to);
        }
    }
    const ConvSizes sizes{m_conv.outputs, m_conv.inputs, m_conv.kernel, m_input.height,
                          m_input.width};
    for (auto block = static_cast<std::size_t>(blocks.first);
         block < static_cast<std::size_t>(blocks.last); ++block) {
        m_kernels.convolve(sizes, withBorder(m_maps[block], m_conv.kernel - 1 - m_padding),
                           own.turned.data(), nullptr, m_places.inputGradient[block]);
    }
}

void ConvStage::update(int member, const UpdateRule& rule) {
    const int members = static_cast<int>(m_own.size());
    std::int64_t offset = 0; // in Own::gradient
    for (const ParameterUpdate::Parameter& parameter : m_parameters) {
        const std::int64_t count = parameter.values.numel();
        const Part part(count, member, members);
        // Each number is summed by one member alone, so the first one's share can take the sum.
        float* sum = m_own.front().gradient.data() + offset + part.first;
        for (std::size_t other = 1; other < m_own.size(); ++other) {
            const float* share = m_own[other].gradient.data() + offset + part.first;
            for (std::int64_t i = 0; i < part.size(); ++i) {
                sum[i] += share[i];
            }
        }
        m_update.apply(rule, parameter, part.first, part.size(), sum);
        offset += count;
    }
}

} // namespace digitlab::lanes
