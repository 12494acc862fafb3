// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <limits>
#include <vector>

namespace digitlab {

/// Watches the validation loss, and keeps the weights of the epoch in which it was lowest.
class EarlyStopping {
public:
    /// `patience` epochs without a lower loss end the run; 0 = never, and nothing is kept.
    explicit EarlyStopping(int patience)
        : m_patience(patience) {}

    /// An epoch is over. True where it is time to stop.
    bool isEnough(int epoch, double loss, const std::vector<at::Tensor>& tensors);

    /// Gives the tensors the values that they had in the best epoch, and says which one that was; 0
    /// where none was kept.
    int restore(const std::vector<at::Tensor>& tensors) const;

private:
    int m_patience;
    int m_bestEpoch = 0;
    double m_bestLoss = std::numeric_limits<double>::infinity();
    std::vector<at::Tensor> m_best;
};

} // namespace digitlab
