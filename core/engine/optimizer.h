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

private:
    std::vector<at::Tensor> m_parameters;
    std::unique_ptr<torch::optim::Optimizer> m_rule;
};

} // namespace digitlab
