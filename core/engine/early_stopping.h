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

    /// What it has kept so far; epoch 0 and no tensors where there is nothing.
    struct Best {
        int epoch = 0;
        double loss = std::numeric_limits<double>::infinity();
        std::vector<at::Tensor> tensors;
    };
    [[nodiscard]] const Best& best() const { return m_best; }
    /// Goes on with what was kept before.
    void resume(Best best) { m_best = std::move(best); }

private:
    int m_patience;
    Best m_best;
};

} // namespace digitlab
