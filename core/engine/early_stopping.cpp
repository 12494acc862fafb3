// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/early_stopping.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace digitlab {

bool EarlyStopping::isEnough(int epoch, double loss, const std::vector<at::Tensor>& tensors) {
    if (m_patience == 0) {
        return false;
    }
    if (loss < m_best.loss) {
        m_best = {epoch, loss, {}};
        for (const at::Tensor& tensor : tensors) {
            m_best.tensors.push_back(tensor.detach().clone());
        }
    }
    return epoch - m_best.epoch >= m_patience;
}

int EarlyStopping::restore(const std::vector<at::Tensor>& tensors) const {
    const at::NoGradGuard noGradients;
    for (std::size_t i = 0; i < m_best.tensors.size(); ++i) {
        tensors[i].copy_(m_best.tensors[i]);
    }
    return m_best.epoch;
}

} // namespace digitlab
