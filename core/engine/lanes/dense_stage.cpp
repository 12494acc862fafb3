// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_stage.h"

#include "core/random.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab::lanes {

namespace {

/// Gradients of so many weights are made and used while they are still in a core's cache.
constexpr std::int64_t kChunk = 132 * 2000;

} // namespace

DenseStage::DenseStage(Tensors tensors, const Places& places, const Options& options,
                       const ParameterUpdate& update, const Kernels& kernels, int members)
    : m_kernels(kernels)
    , m_tensors(std::move(tensors))
    , m_places(places)
    , m_options(options)
    , m_update(update)
    , m_weight(update.track(m_tensors.weight))
    , m_bias(update.track(m_tensors.bias))
    , m_imageRows(places.input->stride(), places.input->units()) {
    for (int member = 0; member < members; ++member) {
        const Part outputs(places.output->units(), member, members);
        const std::int64_t rows = std::clamp<std::int64_t>(
            kChunk / m_imageRows.stride(), 1, std::max<std::int64_t>(1, outputs.size()));
        m_own.push_back({outputs, Part(places.input->units(), member, members), rows,
                         AlignedFloats(rows * m_imageRows.stride())});
    }
}

void DenseStage::forward(int member, std::int64_t lanes, std::uint64_t step) {
    const Part& units = m_own[static_cast<std::size_t>(member)].outputs;
    UnitBuffer& input = *m_places.input;
    UnitBuffer& output = *m_places.output;
    const std::int64_t inputs = input.units();
    m_kernels.multiply(units.size(), inputs, lanes,
                       {m_tensors.weight.data_ptr<float>() + units.first * inputs, inputs, 1},
                       input.row(0), input.stride(), output.row(units.first), output.stride());
    m_kernels.activate(units.size(), lanes, m_tensors.bias.data_ptr<float>() + units.first,
                       m_options.relu, output.row(units.first), output.stride());
    if (m_options.dropout > 0) {
        dropOut(units, lanes, step);
    }
}

/// Sets outputs to 0 at random and scales the others up, so that their mean stays (Srivastava et
/// al. 2014). What is drawn depends on step and place alone, not on who draws it.
void DenseStage::dropOut(const Part& units, std::int64_t lanes, std::uint64_t step) {
    const auto threshold = static_cast<std::uint64_t>(m_options.dropout * 0x1p64);
    const auto kept = static_cast<float>(1 / (1 - m_options.dropout));
    for (std::int64_t unit = units.first; unit < units.last; ++unit) {
        float* values = m_places.output->row(unit);
        Random random{m_options.seed, step, static_cast<std::uint64_t>(unit)};
        for (std::int64_t lane = 0; lane < lanes; ++lane) {
            values[lane] *= random.next() < threshold ? 0 : kept;
        }
    }
}

void DenseStage::activateBack(int member, std::int64_t lanes) {
    if (!m_options.relu) {
        return;
    }
    const Part& units = m_own[static_cast<std::size_t>(member)].outputs;
    UnitBuffer& gradient = *m_places.outputGradient;
    // What was dropped is 0 and has no gradient either.
    m_kernels.activateBack(units.size(), lanes, m_places.output->row(units.first),
                           static_cast<float>(1 / (1 - m_options.dropout)),
                           gradient.row(units.first), gradient.stride());
}

void DenseStage::backward(int member, std::int64_t lanes) {
    const Part& units = m_own[static_cast<std::size_t>(member)].inputs;
    UnitBuffer& input = *m_places.input;
    UnitBuffer& output = *m_places.outputGradient;
    if (m_places.inputGradient != nullptr) {
        m_kernels.multiply(units.size(), output.units(), lanes,
                           {m_tensors.weight.data_ptr<float>() + units.first, 1, input.units()},
                           output.row(0), output.stride(), m_places.inputGradient->row(units.first),
                           m_places.inputGradient->stride());
    }
    // For update(), which nobody begins before all are here: its products go over the images.
    const std::int64_t first = units.first / kLanes * kLanes;
    m_kernels.transpose(wholeLanes(units.last - first), lanes, input.row(first), input.stride(),
                        m_imageRows.row(0) + first, m_imageRows.stride());
}

void DenseStage::update(int member, std::int64_t lanes) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    UnitBuffer& gradient = *m_places.outputGradient;
    const std::int64_t inputs = m_places.input->units();
    const std::int64_t stride = m_imageRows.stride();
    float* chunk = own.gradient.data();
    for (std::int64_t row = own.outputs.first; row < own.outputs.last; row += own.rows) {
        const std::int64_t rows = std::min(own.rows, own.outputs.last - row);
        m_kernels.multiply(rows, lanes, stride, {gradient.row(row), gradient.stride(), 1},
                           m_imageRows.row(0), stride, chunk, stride);
        if (stride == inputs) {
            m_update.apply(m_weight, row * inputs, rows * inputs, chunk);
            continue;
        }
        for (std::int64_t r = 0; r < rows; ++r) {
            m_update.apply(m_weight, (row + r) * inputs, inputs, chunk + r * stride);
        }
    }
    std::vector<float> sums(static_cast<std::size_t>(own.outputs.size()));
    m_kernels.sumRows(own.outputs.size(), lanes, gradient.row(own.outputs.first), gradient.stride(),
                      sums.data());
    m_update.apply(m_bias, own.outputs.first, own.outputs.size(), sums.data());
}

} // namespace digitlab::lanes
