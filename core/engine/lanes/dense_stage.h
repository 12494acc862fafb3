// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/dense_products.h"
#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/parameter_update.h"
#include "core/engine/shared_work.h"
#include "core/engine/team.h"

#include <deque>
#include <vector>

namespace digitlab::lanes {

/// A hidden dense layer with the ReLU and dropout behind it. Each member of a team owns a part of
/// the outputs and sees the whole batch. So no gradient of a weight has to be summed over members,
/// and as a rule nobody but its owner touches a weight: numbers that one core writes and another
/// reads cost both more than the arithmetic. Only the input's gradient, mostly smaller than the
/// weights, has a share from each member. The work is shared in pieces all the same, for a member
/// whose core does something else meanwhile costs more again; who does a piece makes no difference
/// to the numbers.
class DenseStage {
public:
    struct Tensors {
        at::Tensor weight; ///< outputs×inputs
        at::Tensor bias;   ///< outputs
    };
    /// Where its numbers come from and go to.
    struct Places {
        UnitBuffer* input = nullptr;
        UnitBuffer* inputGradient = nullptr; ///< null where nobody needs it
        UnitBuffer* output = nullptr;
        UnitBuffer* outputGradient = nullptr;
    };
    struct Options {
        double dropout = 0;     ///< share of the outputs that is set to 0
        std::uint64_t seed = 0; ///< of what dropout draws, beside the step and the place
        const PairKernels* pairs = nullptr; ///< to multiply in bfloat16; null: in float32
    };

    DenseStage(Tensors tensors, const Places& places, const Options& options,
               ParameterUpdate& update, const Kernels& kernels, int members, BufferMemory& memory);

    /// The outputs that a member owns.
    [[nodiscard]] const Part& outputsOf(int member) const {
        return m_own[static_cast<std::size_t>(member)].outputs;
    }

    /// A member's work for the outputs, in so many lanes; the whole input must be there. All must
    /// have done it before any of the outputs is used.
    void forward(int member, std::int64_t lanes, std::uint64_t step);

    /// A member's work for the way back from the gradient of the outputs to its shares of the
    /// input's. All must have done it before what follows.
    void backward(int member, std::int64_t lanes);
    /// Sums all members' shares in the input's gradient, for these units and lanes.
    void sumShares(const Part& units, const Part& lanes);
    /// Has the member's weights wait for updateSome().
    void offerUpdate(int member);
    /// Changes some weights after their gradients, the member's own if it can. False where no
    /// weight is left that waits for it.
    bool updateSome(int member, std::int64_t lanes, const UpdateRule& rule);

private:
    /// What a member works with.
    struct Own {
        Part outputs;           ///< that it owns
        UnitBuffer* inputShare; ///< of the input's gradient; null where it has or needs none
        std::unique_ptr<DenseProducts> products;
        float* gradient; ///< room for that of a piece of weights, whosever they are
    };

    [[nodiscard]] Own& own(int member) { return m_own[static_cast<std::size_t>(member)]; }
    [[nodiscard]] Part outputsOf(const SharedWork::Piece& piece) const;
    void activateBack(const Part& units, std::int64_t lanes);
    void dropOut(const Part& units, std::int64_t lanes, std::uint64_t step);

    const Kernels& m_kernels;
    const Tensors m_tensors;
    const Places m_places;
    const Options m_options;
    const ParameterUpdate& m_update;
    const ParameterUpdate::Parameter m_weight;
    const ParameterUpdate::Parameter m_bias;
    std::deque<UnitBuffer> m_shares; ///< of members after the first, whose is the sum's place
    std::vector<Own> m_own;
    const int m_pieces; ///< of each member's work
    SharedWork m_products;
    SharedWork m_updates;
};

} // namespace digitlab::lanes
