// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <ATen/core/Tensor.h>

#include <memory>
#include <vector>

namespace torch::optim {
class Optimizer;
}

namespace digitlab {

/// Changes the weights after their gradients, by the configured rule.
class WeightUpdate {
public:
    WeightUpdate(const TrainingConfig& config, std::vector<at::Tensor> parameters);
    ~WeightUpdate();

    /// One step with the gradients that backward() left, which are gone afterwards.
    void step(double learningRate);

    /// As Learner::memory() and Learner::resume().
    [[nodiscard]] std::vector<at::Tensor> memory();
    void resume(std::int64_t steps, const std::vector<at::Tensor>& memory);

private:
    /// Where the rule keeps what it remembers of one parameter.
    struct Memory {
        at::Tensor* first;
        at::Tensor* second;  ///< null where it keeps one thing alone
        std::int64_t* steps; ///< null where it does not count them
    };
    Memory memoryOf(const at::Tensor& parameter);

    const Optimizer m_kind;
    std::vector<at::Tensor> m_parameters;
    std::unique_ptr<torch::optim::Optimizer> m_rule;
};

} // namespace digitlab
