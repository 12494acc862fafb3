// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/kernels.h"
#include "core/training/config.h"

#include <ATen/core/Tensor.h>

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
    [[nodiscard]] Parameter track(const at::Tensor& values) const;

    /// A new step begins. From here until the next one, apply() may be called from any thread, for
    /// any numbers once.
    void beginStep(double learningRate);

    /// Updates `count` numbers from `offset` on with their gradients.
    void apply(const Parameter& parameter, std::int64_t offset, std::int64_t count,
               const float* gradient) const;

private:
    const TrainingConfig m_config;
    const Kernels& m_kernels;
    std::int64_t m_step = 0;
    UpdateRule m_rule;
};

} // namespace digitlab::lanes
