// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/batch_lanes.h"
#include "core/engine/lanes/cross_entropy.h"
#include "core/engine/lanes/parameter_update.h"
#include "core/engine/team.h"

#include <ATen/core/Tensor.h>

#include <deque>
#include <span>

namespace digitlab::lanes {

/// The last layer, with an output for each digit, and the loss behind it. Unlike in other dense
/// layers each member of a team answers for its own images, from all weights: they are so few that
/// it costs less to share them than to meet, twice, for outputs that others have made. Always in
/// float32.
class AnswerStage {
public:
    struct Tensors {
        at::Tensor weight; ///< digits×inputs
        at::Tensor bias;   ///< digits
    };
    struct Places {
        UnitBuffer* input = nullptr;
        UnitBuffer* inputGradient = nullptr; ///< null where nobody needs it
    };

    /// For at most so many lanes.
    AnswerStage(Tensors tensors, const Places& places, Output output, std::int64_t lanes,
                ParameterUpdate& update, const Kernels& kernels, int members, BufferMemory& memory);

    /// Scores the answers for the images of some blocks, and leaves the gradient of their inputs.
    /// `labels` are those of the whole batch.
    AnswerScore answer(const BatchLanes& batch, const Part& blocks,
                       std::span<const std::uint8_t> labels);

    /// The gradients of a member's part of the weights, and their step. Once all have answered.
    void update(int member, std::int64_t lanes, const UpdateRule& rule);

private:
    /// What a member changes: the weights from some inputs to all digits.
    struct Own {
        Part inputs;
        UnitBuffer imageRows;  ///< the gradient of the outputs, a row for each image
        UnitBuffer inputRows;  ///< the gradient of its weights, a row for each input
        UnitBuffer outputRows; ///< the same, a row for each output
    };

    const Kernels& m_kernels;
    const Tensors m_tensors;
    const Places m_places;
    const Output m_output;
    const ParameterUpdate& m_update;
    const ParameterUpdate::Parameter m_weight;
    const ParameterUpdate::Parameter m_bias;
    UnitBuffer m_outputs;
    UnitBuffer m_gradient; ///< of the outputs
    std::deque<Own> m_own;
};

} // namespace digitlab::lanes
