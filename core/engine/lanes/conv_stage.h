// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/batch_lanes.h"
#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/parameter_update.h"
#include "core/engine/team.h"

#include <optional>
#include <vector>

namespace digitlab::lanes {

/// A convolution with all that stands behind it: batch norm where there is one, ReLU, max pool.
/// Each member of a team works on its own images; only batch norm, which is over all of them, makes
/// the members meet.
class ConvStage {
public:
    struct Tensors {
        at::Tensor weight, bias;
        at::Tensor normWeight, normBias, normMean, normVariance; ///< undefined without batch norm
    };

    /// `output` and `outputGradient` are where each block's maps go and where their gradient comes
    /// from; `input` is where they come from. The gradient of the input goes to `inputGradient`,
    /// unless that is empty.
    struct Places {
        std::vector<Maps> input, inputGradient, output, outputGradient;
    };

    ConvStage(const ConvBlock& spec, const Shape& input, Tensors tensors, Places places,
              ParameterUpdate& update, const Kernels& kernels, int members, BufferMemory& memory);

    /// For the blocks of the member's part of the batch.
    void forward(Team& team, int member, const BatchLanes& batch, const Part& blocks);
    /// Leaves the member's share of the gradients.
    void backward(Team& team, int member, const BatchLanes& batch, const Part& blocks);
    /// Sums all members' shares and updates the member's part of the weights. All must have done
    /// backward().
    void update(int member, const UpdateRule& rule);

private:
    /// What a member computes for itself.
    struct Own {
        std::vector<float> gradient; ///< of all parameters, one after the other
        std::vector<float> turned;   ///< weights, to take the gradient back to the input
        std::vector<ChannelSums> sums;
        std::vector<ChannelNorm> norms;
    };

    void normalise(Team& team, int member, const BatchLanes& batch, const Part& blocks);
    void normaliseBack(Team& team, int member, const BatchLanes& batch, const Part& blocks);
    void convolveToInput(int member, const Part& blocks);
    [[nodiscard]] std::vector<ChannelSums> sumsOfAll() const;

    const Kernels& m_kernels;
    const ParameterUpdate& m_update;
    const ConvSizes m_conv;
    const FinishSizes m_finish;
    const Shape m_input;
    const std::ptrdiff_t m_padding;
    const Tensors m_tensors;
    const Places m_places;
    std::vector<ParameterUpdate::Parameter> m_parameters; ///< in the order of Own::gradient
    std::vector<Maps> m_maps; ///< of each block, behind the convolution; then their gradient
    std::vector<Own> m_own;   ///< one for each member
};

} // namespace digitlab::lanes
