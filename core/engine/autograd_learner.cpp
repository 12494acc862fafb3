// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device_batches.h"
#include "core/engine/learner.h"
#include "core/engine/optimizer.h"
#include "core/engine/random.h"
#include "core/engine/samples.h"
#include "core/random.h"

#include <ATen/ATen.h>

namespace digitlab {

namespace {

class AutogradLearner : public Learner {
public:
    AutogradLearner(const TrainingConfig& config, NetworkModule& network, c10::Device device)
        : m_network(network)
        , m_batches(device)
        , m_update(config, network.parameters())
        , m_seed(config.seed) {
        for (const at::Tensor& parameter : network.parameters()) {
            parameter.requires_grad_(true);
        }
    }

    BatchScore learn(const Feed& feed, std::int64_t first, std::int64_t count,
                     double learningRate) override {
        const DeviceBatch batch = m_batches.take(feed, first, count);

        // One of its own for each step, so that none depends on those before.
        Random random{static_cast<std::uint64_t>(m_seed), ++m_step};
        at::Generator dropout =
            makeGenerator(static_cast<std::int64_t>(random.next()), RandomStream::Dropout);
        const at::Tensor output = m_network.train(normalise(batch.pixels), dropout);
        const at::Tensor loss = at::cross_entropy_loss(output, batch.targets);
        loss.backward();
        m_update.step(learningRate);

        const at::Tensor answers = output.detach().argmax(1);
        const at::Tensor isRight =
            batch.targets.argmax(1).eq(answers).logical_and(batch.targets.amax(1).eq(1));
        return {loss.detach(), isRight.sum(), batch.digits};
    }

    void finish() override {}
    [[nodiscard]] std::vector<at::Tensor> memory() override { return m_update.memory(); }
    void resume(std::int64_t steps, const std::vector<at::Tensor>& memory) override {
        m_step = static_cast<std::uint64_t>(steps);
        m_update.resume(steps, memory);
    }

private:
    NetworkModule& m_network;
    DeviceBatches m_batches;
    WeightUpdate m_update;
    const std::int64_t m_seed;
    std::uint64_t m_step = 0; ///< steps made
};

} // namespace

std::unique_ptr<Learner> makeAutogradLearner(const TrainingConfig& config, NetworkModule& network,
                                             c10::Device device) {
    return std::make_unique<AutogradLearner>(config, network, device);
}

} // namespace digitlab
