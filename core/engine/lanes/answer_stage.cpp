// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/answer_stage.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>

namespace digitlab::lanes {

namespace {

constexpr std::int64_t kDigits = 10;

} // namespace

AnswerStage::AnswerStage(Tensors tensors, const Places& places, Output output, std::int64_t lanes,
                         ParameterUpdate& update, const Kernels& kernels, int members,
                         BufferMemory& memory)
    : m_kernels(kernels)
    , m_tensors(std::move(tensors))
    , m_places(places)
    , m_output(output)
    , m_update(update)
    , m_weight(update.track(m_tensors.weight))
    , m_bias(update.track(m_tensors.bias))
    , m_outputs(kDigits, lanes, memory)
    , m_gradient(kDigits, lanes, memory) {
    for (int member = 0; member < members; ++member) {
        const Part inputs(places.input->units(), member, members);
        m_own.push_back({inputs,
                         {lanes, wholeLanes(kDigits), memory},
                         {inputs.size(), wholeLanes(kDigits), memory},
                         {kDigits, wholeLanes(inputs.size()), memory}});
    }
}

AnswerScore AnswerStage::answer(const BatchLanes& batch, const Part& blocks,
                                std::span<const std::uint8_t> labels) {
    const std::int64_t first = blocks.first * kLanes;
    const std::int64_t lanes = blocks.size() * kLanes;
    const std::int64_t inputs = m_places.input->units();
    const auto* weights = m_tensors.weight.data_ptr<float>();

    m_kernels.multiply(kDigits, inputs, lanes, {weights, inputs, 1}, m_places.input->row(0) + first,
                       m_places.input->stride(), m_outputs.row(0) + first, m_outputs.stride());
    m_kernels.activate(kDigits, lanes, m_tensors.bias.data_ptr<float>(), false,
                       m_outputs.row(0) + first, m_outputs.stride());

    AnswerScore total;
    for (std::int64_t lane = first; lane < std::min(first + lanes, batch.images()); ++lane) {
        const AnswerScore one = crossEntropy(m_output, m_outputs.row(0) + lane, m_outputs.stride(),
                                             labels[static_cast<std::size_t>(lane)], batch.images(),
                                             m_gradient.row(0) + lane);
        total.loss += one.loss;
        total.digits += one.digits;
        total.correct += one.correct;
    }
    // Lanes without an image teach nothing, whatever is left in them from the batch before.
    for (std::int64_t lane = std::max(first, batch.images()); lane < first + lanes; ++lane) {
        for (std::int64_t digit = 0; digit < kDigits; ++digit) {
            m_gradient.row(digit)[lane] = 0;
        }
    }

    if (UnitBuffer* gradient = m_places.inputGradient) {
        m_kernels.multiply(inputs, kDigits, lanes, {weights, 1, inputs}, m_gradient.row(0) + first,
                           m_gradient.stride(), gradient->row(0) + first, gradient->stride());
    }
    return total;
}

void AnswerStage::update(int member, std::int64_t lanes, const UpdateRule& rule) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    const UnitBuffer& input = *m_places.input;
    const std::int64_t inputs = own.inputs.size();
    // Turned, so that the many inputs need not be: input × gradientᵀ, and that turned back.
    m_kernels.transpose(wholeLanes(kDigits), lanes, m_gradient.row(0), m_gradient.stride(),
                        own.imageRows.row(0), own.imageRows.stride());
    m_kernels.multiply(inputs, lanes, wholeLanes(kDigits),
                       {input.row(own.inputs.first), input.stride(), 1}, own.imageRows.row(0),
                       own.imageRows.stride(), own.inputRows.row(0), own.inputRows.stride());
    m_kernels.transpose(wholeLanes(inputs), wholeLanes(kDigits), own.inputRows.row(0),
                        own.inputRows.stride(), own.outputRows.row(0), own.outputRows.stride());
    for (std::int64_t digit = 0; digit < kDigits; ++digit) {
        m_update.apply(rule, m_weight, digit * input.units() + own.inputs.first, inputs,
                       own.outputRows.row(digit));
    }
    if (member == 0) {
        std::array<float, kDigits> sums{};
        m_kernels.sumRows(kDigits, lanes, m_gradient.row(0), m_gradient.stride(), sums.data());
        m_update.apply(rule, m_bias, 0, kDigits, sums.data());
    }
}

} // namespace digitlab::lanes
