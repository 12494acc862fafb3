// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/dense_products.h"
#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/parameter_update.h"
#include "core/engine/team.h"

#include <deque>
#include <vector>

namespace digitlab::lanes {

/// A hidden dense layer with the ReLU and dropout behind it. Each member of a team owns a part of
/// the outputs and sees the whole batch. So no gradient of a weight has to be summed over members,
/// and nobody but its owner ever touches a weight: numbers that one core writes and another reads
/// cost both more than the arithmetic. Only the input's gradient, mostly smaller than the weights,
/// has a share from each member.
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

    /// The member's outputs, in so many lanes. The whole input must be there.
    void forward(int member, std::int64_t lanes, std::uint64_t step);

    /// From the gradient of the member's outputs to its share of the input's.
    void backward(int member, std::int64_t lanes);
    /// Sums all members' shares in the input's gradient, for these units and lanes. All must have
    /// done backward().
    void sumShares(const Part& units, const Part& lanes);
    /// Gradients of the member's weights, and their step. After the member's backward().
    void update(int member, std::int64_t lanes);

private:
    /// What a member works with.
    struct Own {
        Part outputs;           ///< that it owns
        UnitBuffer* inputShare; ///< of the input's gradient; null where it has or needs none
        std::unique_ptr<DenseProducts> products;
        std::int64_t rows; ///< of the weights whose gradient is made at once
        float* gradient;
    };

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
};

} // namespace digitlab::lanes
