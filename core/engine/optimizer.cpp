// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/optimizer.h"

#include <torch/optim.h>

namespace digitlab {

namespace {

using namespace torch::optim;

std::unique_ptr<torch::optim::Optimizer> makeRule(const TrainingConfig& config,
                                                  const std::vector<at::Tensor>& parameters) {
    const double rate = config.learningRate;
    switch (config.optimizer) {
    case digitlab::Optimizer::Sgd:
        return std::make_unique<SGD>(parameters,
                                     SGDOptions(rate)
                                         .momentum(config.momentum)
                                         .nesterov(config.nesterov && config.momentum > 0)
                                         .weight_decay(config.weightDecay));
    case digitlab::Optimizer::Adam:
        return std::make_unique<Adam>(parameters,
                                      AdamOptions(rate).weight_decay(config.weightDecay));
    case digitlab::Optimizer::AdamW:
        return std::make_unique<AdamW>(parameters,
                                       AdamWOptions(rate).weight_decay(config.weightDecay));
    case digitlab::Optimizer::RmsProp:
        return std::make_unique<RMSprop>(
            parameters,
            RMSpropOptions(rate).momentum(config.momentum).weight_decay(config.weightDecay));
    }
    return nullptr;
}

} // namespace

WeightUpdate::WeightUpdate(const TrainingConfig& config, std::vector<at::Tensor> parameters)
    : m_parameters(std::move(parameters))
    , m_rule(makeRule(config, m_parameters)) {}

WeightUpdate::~WeightUpdate() = default;

void WeightUpdate::step(double learningRate) {
    for (auto& group : m_rule->param_groups()) {
        group.options().set_lr(learningRate);
    }
    m_rule->step();
    for (at::Tensor& parameter : m_parameters) {
        parameter.mutable_grad() = at::Tensor(); // the next backward() leaves its own, uncopied
    }
}

} // namespace digitlab
