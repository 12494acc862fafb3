// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network_module.h"
#include "core/training/config.h"
#include "core/training/feed.h"

#include <memory>

namespace digitlab {

/// How a network did on a batch, before it learned from it. The tensors are on its device.
struct BatchScore {
    at::Tensor loss;         ///< mean cross entropy, in nats
    at::Tensor correct;      ///< number of digits that were answered right
    std::int64_t digits = 0; ///< how many of the images are digits
};

/// Changes the weights of a network so that it answers a batch better: gradients, then one step of
/// the configured optimiser. A digit is to be answered by its label; about what is no digit the
/// network is to be undecided, every class alike (outlier exposure, Hendrycks et al. 2019).
class Learner {
public:
    virtual ~Learner() = default;

    /// Learns from the images at `first` … `first + count - 1` of the feed. Goes on with that for a
    /// while where the next step does not need it: finish() comes before anybody looks at the
    /// network or at memory().
    virtual BatchScore learn(const Feed& feed, std::int64_t first, std::int64_t count,
                             double learningRate) = 0;

    /// Ends what learn() began.
    virtual void finish() = 0;

    /// What the optimiser remembers between two steps, after the first one: of each parameter of
    /// the network (in their order) the mean of its gradients, or its momentum; then, unless it is
    /// SGD, of each the mean of their squares. The tensors are those that it works with.
    [[nodiscard]] virtual std::vector<at::Tensor> memory() = 0;

    /// Goes on as a learner that has made so many steps and remembers this. The network must have
    /// the weights of then from the start.
    virtual void resume(std::int64_t steps, const std::vector<at::Tensor>& memory) = 0;
};

/// With LibTorch's own gradients and optimisers, on any device.
std::unique_ptr<Learner> makeAutogradLearner(const TrainingConfig& config, NetworkModule& network,
                                             c10::Device device);

/// With our own, on the processor: several times as fast, on config.threads threads. The network
/// must be on the processor; its tensors are changed in place.
std::unique_ptr<Learner> makeLaneLearner(const TrainingConfig& config,
                                         const NetworkModule& network);

} // namespace digitlab
