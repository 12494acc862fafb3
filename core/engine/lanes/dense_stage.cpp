// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_stage.h"

#include "core/random.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab::lanes {

namespace {

/// About so many weights make a piece of work: their gradients stay in a core's cache until they
/// are used.
constexpr std::int64_t kPiece = 60 * 2000;
/// A piece has a multiple of so many units, whose products are made together.
constexpr std::int64_t kUnitsTogether = 12;

/// The outputs that a member owns. They begin with an even one, for pairs of outputs.
Part ownOutputs(const UnitBuffer& output, int member, int members) {
    return {output.units(), member, members, 2};
}

Part pieceOf(const Part& units, int piece, int pieces) {
    Part part(units.size(), piece, pieces, kUnitsTogether);
    part.first += units.first;
    part.last += units.first;
    return part;
}

std::int64_t largestPiece(const Part& units, int pieces) {
    std::int64_t largest = 0;
    for (int piece = 0; piece < pieces; ++piece) {
        largest = std::max(largest, pieceOf(units, piece, pieces).size());
    }
    return largest;
}

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
    , m_bias(update.track(m_tensors.bias))
    , m_pieces(static_cast<int>(places.output->units() * places.input->units() / members / kPiece) +
               1)
    , m_products(members)
    , m_updates(members) {
    const DenseProducts::Factors factors{m_tensors.weight, places.input, places.output,
                                         places.outputGradient, places.inputGradient != nullptr};
    const std::int64_t stride = wholeLanes(places.input->units());
    std::int64_t largest = 0; // outputs of a piece
    for (int member = 0; member < members; ++member) {
        const Part outputs = ownOutputs(*places.output, member, members);
        largest = std::max(largest, largestPiece(outputs, m_pieces));
    }
    for (int member = 0; member < members; ++member) {
        const Part outputs = ownOutputs(*places.output, member, members);
        UnitBuffer* share = places.inputGradient;
        if (share != nullptr && member > 0) {
            share = outputs.size() > 0
                        ? &m_shares.emplace_back(share->units(), share->stride(), memory)
                        : nullptr;
        }
        m_own.push_back({outputs, share,
                         makeProducts(factors, outputs, options.pairs, kernels, memory),
                         memory.take<float>(largest * stride)});
    }
}

Part DenseStage::outputsOf(const SharedWork::Piece& piece) const {
    return pieceOf(outputsOf(piece.owner), piece.number, m_pieces);
}

void DenseStage::forward(int member, std::int64_t lanes, std::uint64_t step) {
    DenseProducts& products = *own(member).products;
    products.takeInput(lanes);
    m_products.offer(member, m_pieces);
    while (const auto piece = m_products.take(member)) {
        const Part units = outputsOf(*piece);
        const UnitBuffer& output = *m_places.output;
        own(piece->owner).products->forward(units, lanes);
        m_kernels.activate(units.size(), lanes, m_tensors.bias.data_ptr<float>() + units.first,
                           true, output.row(units.first), output.stride());
        if (m_options.dropout > 0) {
            dropOut(units, lanes, step);
        }
    }
    products.keepInput(lanes); // while it is still near
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
    activateBack(outputsOf(member), lanes);
    own(member).products->takeGradient(lanes);
    if (m_places.inputGradient == nullptr) {
        return;
    }
    m_products.offer(member, own(member).inputShare != nullptr ? m_pieces : 0);
    while (const auto piece = m_products.take(member)) {
        const Own& owner = own(piece->owner);
        const Part inputs = pieceOf(Part(m_places.input->units(), 0, 1), piece->number, m_pieces);
        owner.products->backward(inputs, lanes, *owner.inputShare);
    }
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

void DenseStage::offerUpdate(int member) {
    m_updates.offer(member, m_pieces);
}

bool DenseStage::updateSome(int member, std::int64_t lanes, const UpdateRule& rule) {
    const auto piece = m_updates.take(member);
    if (!piece) {
        return false;
    }
    DenseProducts& products = *own(piece->owner).products;
    float* const weightGradient = own(member).gradient;
    const UnitBuffer& gradient = *m_places.outputGradient;
    const std::int64_t inputs = m_places.input->units();
    const std::int64_t stride = wholeLanes(inputs);
    const Part outputs = outputsOf(*piece);

    products.weightGradient(outputs, lanes, weightGradient);
    if (stride == inputs) {
        m_update.apply(rule, m_weight, outputs.first * inputs, outputs.size() * inputs,
                       weightGradient);
    } else {
        for (std::int64_t row = 0; row < outputs.size(); ++row) {
            m_update.apply(rule, m_weight, (outputs.first + row) * inputs, inputs,
                           weightGradient + row * stride);
        }
    }
    products.weightsChanged(outputs);

    std::vector<float> sums(static_cast<std::size_t>(outputs.size()));
    m_kernels.sumRows(outputs.size(), lanes, gradient.row(outputs.first), gradient.stride(),
                      sums.data());
    m_update.apply(rule, m_bias, outputs.first, outputs.size(), sums.data());
    return true;
}

} // namespace digitlab::lanes
