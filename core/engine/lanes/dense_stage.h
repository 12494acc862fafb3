// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/dense_products.h"
#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/parameter_update.h"
#include "core/engine/team.h"

#include <vector>

namespace digitlab::lanes {

/// A dense layer with the ReLU and dropout behind it. Each member of a team owns a part of the
/// outputs and sees the whole batch, so that no gradient has to be summed over members.
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
        bool relu = false;
        double dropout = 0;     ///< share of the outputs that is set to 0
        std::uint64_t seed = 0; ///< of what dropout draws, beside the step and the place
        const PairKernels* pairs = nullptr; ///< to multiply in bfloat16; null: in float32
    };

    DenseStage(Tensors tensors, const Places& places, const Options& options,
               ParameterUpdate& update, const Kernels& kernels, int members);

    /// True where takeInput() and takeGradient() have something to do.
    [[nodiscard]] bool takes() const { return m_products->prepares(); }
    /// Makes the member's part of the input ready. The whole input must be there.
    void takeInput(int member, std::int64_t lanes);
    /// The member's part of the outputs, in so many lanes. The whole input must be there, and
    /// taken.
    void forward(int member, std::int64_t lanes, std::uint64_t step);
    /// Takes the gradient of the member's part of the outputs back through dropout and ReLU.
    void activateBack(int member, std::int64_t lanes);
    /// Makes the member's part of that gradient ready. All of it in these outputs must be there.
    void takeGradient(int member, std::int64_t lanes);
    /// The member's part of the input's gradient. The whole gradient of activateBack() must be
    /// there, and taken.
    void backward(int member, std::int64_t lanes);
    /// Gradients of the member's part of the weights, and their step. Nobody may need the old
    /// weights any more.
    void update(int member, std::int64_t lanes);

private:
    /// What a member works with.
    struct Own {
        Part outputs;      ///< that it owns
        Part inputs;       ///< whose gradient it makes: what it owns of the stage before
        Part images;       ///< inputs that it prepares for the gradients of the weights
        std::int64_t rows; ///< of the weights whose gradient is made at once
        AlignedFloats gradient;
    };

    void dropOut(const Part& units, std::int64_t lanes, std::uint64_t step);

    const Kernels& m_kernels;
    const Tensors m_tensors;
    const Places m_places;
    const Options m_options;
    const ParameterUpdate& m_update;
    const ParameterUpdate::Parameter m_weight;
    const ParameterUpdate::Parameter m_bias;
    const std::unique_ptr<DenseProducts> m_products;
    std::vector<Own> m_own;
};

} // namespace digitlab::lanes
