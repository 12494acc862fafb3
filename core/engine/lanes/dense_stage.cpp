// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_stage.h"

#include "core/random.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab::lanes {

namespace {

/// Gradients of so many weights are made and used while they are still in a core's cache.
constexpr std::int64_t kChunk = 132 * 2000;

std::unique_ptr<DenseProducts> makeProducts(const DenseStage::Tensors& tensors,
                                            const DenseStage::Places& places,
                                            const PairKernels* pairs, const Kernels& kernels) {
    const DenseProducts::Factors factors{tensors.weight, places.input, places.inputGradient,
                                         places.output, places.outputGradient};
    return pairs != nullptr ? makeBFloat16Products(factors, *pairs)
                            : makeFloatProducts(factors, kernels);
}

} // namespace

DenseStage::DenseStage(Tensors tensors, const Places& places, const Options& options,
                       ParameterUpdate& update, const Kernels& kernels, int members)
    : m_kernels(kernels)
    , m_tensors(std::move(tensors))
    , m_places(places)
    , m_options(options)
    , m_update(update)
    , m_weight(update.track(m_tensors.weight))
    , m_bias(update.track(m_tensors.bias))
    , m_products(makeProducts(m_tensors, places, options.pairs, kernels)) {
    const std::int64_t stride = wholeLanes(places.input->units());
    for (int member = 0; member < members; ++member) {
        const Part outputs(places.output->units(), member, members, 2);
        const std::int64_t rows = std::clamp<std::int64_t>(
            kChunk / stride / 2 * 2, 2, std::max<std::int64_t>(2, outputs.size()));
        m_own.push_back({outputs, Part(places.input->units(), member, members, 2),
                         Part(places.input->units(), member, members, kLanes), rows,
                         AlignedFloats(rows * stride)});
    }
}

void DenseStage::takeInput(int member, std::int64_t lanes) {
    m_products->prepareInput(m_own[static_cast<std::size_t>(member)].inputs, lanes);
}

void DenseStage::forward(int member, std::int64_t lanes, std::uint64_t step) {
    const Part& units = m_own[static_cast<std::size_t>(member)].outputs;
    UnitBuffer& output = *m_places.output;
    m_products->forward(units, lanes);
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

void DenseStage::takeGradient(int member, std::int64_t lanes) {
    m_products->prepareGradient(m_own[static_cast<std::size_t>(member)].outputs, lanes);
}

void DenseStage::backward(int member, std::int64_t lanes) {
    const Own& own = m_own[static_cast<std::size_t>(member)];
    if (m_places.inputGradient != nullptr) {
        m_products->backward(own.inputs, lanes);
    }
    // For update(), which nobody begins before all are here: its products go over the images.
    m_products->prepareImages(own.images, lanes);
}

void DenseStage::update(int member, std::int64_t lanes) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    UnitBuffer& gradient = *m_places.outputGradient;
    const std::int64_t inputs = m_places.input->units();
    const std::int64_t stride = wholeLanes(inputs);
    float* chunk = own.gradient.data();
    for (std::int64_t row = own.outputs.first; row < own.outputs.last; row += own.rows) {
        Part part = own.outputs;
        part.first = row;
        part.last = std::min(row + own.rows, own.outputs.last);
        m_products->weightGradient(part, lanes, chunk);
        if (stride == inputs) {
            m_update.apply(m_weight, row * inputs, part.size() * inputs, chunk);
        } else {
            for (std::int64_t r = 0; r < part.size(); ++r) {
                m_update.apply(m_weight, (row + r) * inputs, inputs, chunk + r * stride);
            }
        }
        m_products->weightsChanged(part);
    }
    std::vector<float> sums(static_cast<std::size_t>(own.outputs.size()));
    m_kernels.sumRows(own.outputs.size(), lanes, gradient.row(own.outputs.first), gradient.stride(),
                      sums.data());
    m_update.apply(m_bias, own.outputs.first, own.outputs.size(), sums.data());
}

} // namespace digitlab::lanes
