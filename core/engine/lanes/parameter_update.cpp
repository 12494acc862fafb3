// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/parameter_update.h"

#include "core/engine/large_pages.h"

#include <ATen/ATen.h>

#include <cmath>

namespace digitlab::lanes {

ParameterUpdate::ParameterUpdate(const TrainingConfig& config, const Kernels& kernels)
    : m_config(config)
    , m_kernels(kernels) {}

ParameterUpdate::Parameter ParameterUpdate::track(const at::Tensor& values) {
    const auto zeros = [&values] { return inLargePages(at::zeros_like(values)); };
    return m_tracked.emplace_back(
        Parameter{values, zeros(), m_config.optimizer == Optimizer::Sgd ? at::Tensor() : zeros()});
}

std::vector<at::Tensor> ParameterUpdate::memory() const {
    std::vector<at::Tensor> memory;
    for (const auto part : {&Parameter::first, &Parameter::second}) {
        for (const Parameter& parameter : m_tracked) {
            if ((parameter.*part).defined()) {
                memory.push_back(parameter.*part);
            }
        }
    }
    return memory;
}

void ParameterUpdate::resume(std::int64_t steps, const std::vector<at::Tensor>& memory) {
    m_step = steps;
    const std::vector<at::Tensor> own = this->memory();
    for (std::size_t i = 0; i < own.size(); ++i) {
        own[i].copy_(memory.at(i));
    }
}

UpdateRule ParameterUpdate::beginStep(double learningRate) {
    ++m_step;
    UpdateRule rule;
    rule.momentum = static_cast<float>(m_config.momentum);
    rule.weightDecay = static_cast<float>(m_config.weightDecay);
    rule.rate = static_cast<float>(learningRate);
    rule.correction1 = static_cast<float>(1 - std::pow(0.9, static_cast<double>(m_step)));
    rule.correction2 = static_cast<float>(1 - std::pow(0.999, static_cast<double>(m_step)));
    return rule;
}

void ParameterUpdate::apply(const UpdateRule& rule, const Parameter& parameter, std::int64_t offset,
                            std::int64_t count, const float* gradient) const {
    float* values = parameter.values.data_ptr<float>() + offset;
    float* first = parameter.first.data_ptr<float>() + offset;
    float* second =
        parameter.second.defined() ? parameter.second.data_ptr<float>() + offset : nullptr;
    switch (m_config.optimizer) {
    case Optimizer::Sgd: {
        const auto update =
            m_config.nesterov && m_config.momentum > 0 ? m_kernels.nesterov : m_kernels.sgd;
        return update(count, rule, values, gradient, first);
    }
    case Optimizer::Adam:
        return m_kernels.adam(count, rule, values, gradient, first, second);
    case Optimizer::AdamW:
        return m_kernels.adamW(count, rule, values, gradient, first, second);
    case Optimizer::RmsProp:
        return m_kernels.rmsProp(count, rule, values, gradient, first, second);
    }
}

} // namespace digitlab::lanes
