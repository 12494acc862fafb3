// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/kernels.h"
#include "core/training/config.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace digitlab::lanes {

/// Changes weights after their gradients, by the rule of a configuration: the same rules as
/// LibTorch's optimisers, each in one pass over the numbers.
class ParameterUpdate {
public:
    ParameterUpdate(const TrainingConfig& config, const Kernels& kernels);

    /// One tensor that is learned, with what the rule remembers of it.
    struct Parameter {
        at::Tensor values;
        at::Tensor first;
        at::Tensor second; ///< undefined where the rule needs none
    };
    [[nodiscard]] Parameter track(const at::Tensor& values);

    /// What is remembered of all parameters, in the order in which they were tracked: first of
    /// each the one thing, then, where the rule needs it, the other.
    [[nodiscard]] std::vector<at::Tensor> memory() const;
    /// Goes on after so many steps with what was remembered then.
    void resume(std::int64_t steps, const std::vector<at::Tensor>& memory);

    /// Begins a step, and gives its rule for apply(). Some numbers may still be at the last one.
    [[nodiscard]] UpdateRule beginStep(double learningRate);
    /// The step that was begun last, from 1.
    [[nodiscard]] std::int64_t step() const { return m_step; }

    /// Updates `count` numbers from `offset` on with their gradients. May be called from any
    /// thread, for any number once a step.
    void apply(const UpdateRule& rule, const Parameter& parameter, std::int64_t offset,
               std::int64_t count, const float* gradient) const;

private:
    const TrainingConfig m_config;
    const Kernels& m_kernels;
    std::vector<Parameter> m_tracked;
    std::int64_t m_step = 0;
};

} // namespace digitlab::lanes
