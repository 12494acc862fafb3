// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_stage.h"

#include "core/random.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab::lanes {

namespace {

/// Gradients of so many weights are made and used while they are still in a core's cache.
constexpr std::int64_t kChunk = 132 * 2000;

std::unique_ptr<DenseProducts> makeProducts(const DenseProducts::Factors& factors,
                                            const Part& outputs, const PairKernels* pairs,
                                            const Kernels& kernels, BufferMemory& memory) {
    return pairs != nullptr ? makeBFloat16Products(factors, outputs, *pairs, memory)
                            : makeFloatProducts(factors, outputs, kernels, memory);
}

} // namespace

DenseStage::DenseStage(Tensors tensors, const Places& places, const Options& options,
                       ParameterUpdate& update, const Kernels& kernels, int members,
                       BufferMemory& memory)
    : m_kernels(kernels)
    , m_tensors(std::move(tensors))
    , m_places(places)
    , m_options(options)
    , m_update(update)
    , m_weight(update.track(m_tensors.weight))
    , m_bias(update.track(m_tensors.bias)) {
    const DenseProducts::Factors factors{m_tensors.weight, places.input, places.output,
                                         places.outputGradient, places.inputGradient != nullptr};
    const std::int64_t stride = wholeLanes(places.input->units());
    for (int member = 0; member < members; ++member) {
        const Part outputs(places.output->units(), member, members, 2);
        UnitBuffer* share = places.inputGradient;
        if (share != nullptr && member > 0) {
            share = outputs.size() > 0
                        ? &m_shares.emplace_back(share->units(), share->stride(), memory)
                        : nullptr;
        }
        const std::int64_t rows = std::clamp<std::int64_t>(
            kChunk / stride / 2 * 2, 2, std::max<std::int64_t>(2, outputs.size()));
        m_own.push_back({outputs, share,
                         makeProducts(factors, outputs, options.pairs, kernels, memory), rows,
                         memory.take<float>(rows * stride)});
    }
}

void DenseStage::forward(int member, std::int64_t lanes, std::uint64_t step) {
    const Own& own = m_own[static_cast<std::size_t>(member)];
    const Part& units = own.outputs;
    UnitBuffer& output = *m_places.output;
    if (units.size() == 0) {
        return; // more members than there is work for
    }
    own.products->forward(lanes);
    m_kernels.activate(units.size(), lanes, m_tensors.bias.data_ptr<float>() + units.first, true,
                       output.row(units.first), output.stride());
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

void DenseStage::backward(int member, std::int64_t lanes) {
    const Own& own = m_own[static_cast<std::size_t>(member)];
    activateBack(own.outputs, lanes);
    own.products->backward(lanes, own.inputShare);
}

/// Takes the gradient of outputs back through dropout and ReLU.
void DenseStage::activateBack(const Part& units, std::int64_t lanes) {
    UnitBuffer& gradient = *m_places.outputGradient;
    // What was dropped is 0 and has no gradient either.
    m_kernels.activateBack(units.size(), lanes, m_places.output->row(units.first),
                           static_cast<float>(1 / (1 - m_options.dropout)),
                           gradient.row(units.first), gradient.stride());
}

void DenseStage::sumShares(const Part& units, const Part& lanes) {
    for (UnitBuffer& share : m_shares) {
        m_kernels.addRows(units.size(), lanes.size(), share.row(units.first) + lanes.first,
                          m_places.inputGradient->row(units.first) + lanes.first, share.stride());
    }
}

void DenseStage::update(int member, std::int64_t lanes) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    UnitBuffer& gradient = *m_places.outputGradient;
    const std::int64_t inputs = m_places.input->units();
    const std::int64_t stride = wholeLanes(inputs);
    for (std::int64_t row = own.outputs.first; row < own.outputs.last; row += own.rows) {
        Part part = own.outputs;
        part.first = row;
        part.last = std::min(row + own.rows, own.outputs.last);
        own.products->weightGradient(part, lanes, own.gradient);
        if (stride == inputs) {
            m_update.apply(m_weight, row * inputs, part.size() * inputs, own.gradient);
        } else {
            for (std::int64_t r = 0; r < part.size(); ++r) {
                m_update.apply(m_weight, (row + r) * inputs, inputs, own.gradient + r * stride);
            }
        }
        own.products->weightsChanged(part);
    }
    std::vector<float> sums(static_cast<std::size_t>(own.outputs.size()));
    m_kernels.sumRows(own.outputs.size(), lanes, gradient.row(own.outputs.first), gradient.stride(),
                      sums.data());
    m_update.apply(m_bias, own.outputs.first, own.outputs.size(), sums.data());
}

} // namespace digitlab::lanes
