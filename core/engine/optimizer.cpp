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

/// The state of LibTorch's kind, made where there is none yet.
template <typename State>
State& madeIn(std::unique_ptr<OptimizerParamState>& place) {
    if (place == nullptr) {
        place = std::make_unique<State>();
    }
    return static_cast<State&>(*place);
}

} // namespace

WeightUpdate::WeightUpdate(const TrainingConfig& config, std::vector<at::Tensor> parameters)
    : m_kind(config.optimizer)
    , m_parameters(std::move(parameters))
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

WeightUpdate::Memory WeightUpdate::memoryOf(const at::Tensor& parameter) {
    auto& place = m_rule->state()[c10::guts::to_string(parameter.unsafeGetTensorImpl())];
    switch (m_kind) {
    case digitlab::Optimizer::Sgd: {
        auto& state = madeIn<SGDParamState>(place);
        return {&state.momentum_buffer(), nullptr, nullptr};
    }
    case digitlab::Optimizer::Adam: {
        auto& state = madeIn<AdamParamState>(place);
        return {&state.exp_avg(), &state.exp_avg_sq(), &state.step()};
    }
    case digitlab::Optimizer::AdamW: {
        auto& state = madeIn<AdamWParamState>(place);
        return {&state.exp_avg(), &state.exp_avg_sq(), &state.step()};
    }
    case digitlab::Optimizer::RmsProp: {
        auto& state = madeIn<RMSpropParamState>(place);
        return {&state.momentum_buffer(), &state.square_avg(), &state.step()};
    }
    }
    return {};
}

std::vector<at::Tensor> WeightUpdate::memory() {
    std::vector<at::Tensor> memory;
    for (const auto part : {&Memory::first, &Memory::second}) {
        for (const at::Tensor& parameter : m_parameters) {
            if (const at::Tensor* kept = memoryOf(parameter).*part) {
                // Without momentum there is none.
                memory.push_back(kept->defined() ? *kept : at::zeros_like(parameter));
            }
        }
    }
    return memory;
}

void WeightUpdate::resume(std::int64_t steps, const std::vector<at::Tensor>& memory) {
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Memory kept = memoryOf(m_parameters[i]);
        *kept.first = memory.at(i).clone();
        if (kept.second != nullptr) {
            *kept.second = memory.at(m_parameters.size() + i).clone();
        }
        if (kept.steps != nullptr) {
            *kept.steps = steps;
        }
    }
}

} // namespace digitlab
