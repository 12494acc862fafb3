// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learner.h"
#include "core/engine/optimizer.h"
#include "core/engine/random.h"
#include "core/engine/samples.h"
#include "core/evaluation/scores.h"
#include "core/ink/digit_image.h"
#include "core/random.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab {

namespace {

/// What the network is to answer for each image, as probabilities.
at::Tensor targetsOf(const std::vector<std::uint8_t>& labels) {
    const auto classes = static_cast<std::int64_t>(Probabilities().size());
    const at::Tensor targets = at::zeros({static_cast<std::int64_t>(labels.size()), classes});
    auto* row = targets.data_ptr<float>();
    for (const std::uint8_t label : labels) {
        if (label == kNoDigit) {
            std::fill_n(row, classes, 1.0F / static_cast<float>(classes));
        } else {
            row[label] = 1;
        }
        row += classes;
    }
    return targets;
}

class AutogradLearner : public Learner {
public:
    AutogradLearner(const TrainingConfig& config, NetworkModule& network, c10::Device device)
        : m_network(network)
        , m_device(device)
        , m_update(config, network.parameters())
        , m_seed(config.seed) {
        for (const at::Tensor& parameter : network.parameters()) {
            parameter.requires_grad_(true);
        }
    }

    BatchScore learn(const Feed& feed, std::int64_t first, std::int64_t count,
                     double learningRate) override {
        const at::Tensor pixels = at::empty({count, 1, kDigitSide, kDigitSide}, at::kByte);
        std::vector<std::uint8_t> labels;
        for (std::int64_t i = 0; i < count; ++i) {
            labels.push_back(
                feed.write(first + i, pixels.data_ptr<std::uint8_t>() + i * pixels.stride(0)));
        }
        const at::Tensor target = targetsOf(labels).to(m_device);

        // One of its own for each step, so that none depends on those before.
        Random random{static_cast<std::uint64_t>(m_seed), ++m_step};
        at::Generator dropout =
            makeGenerator(static_cast<std::int64_t>(random.next()), RandomStream::Dropout);
        const at::Tensor output = m_network.train(normalise(pixels.to(m_device)), dropout);
        const at::Tensor loss = at::cross_entropy_loss(output, target);
        loss.backward();
        m_update.step(learningRate);

        const at::Tensor answers = output.detach().argmax(1);
        const at::Tensor isRight = target.argmax(1).eq(answers).logical_and(target.amax(1).eq(1));
        const auto digits =
            std::ranges::count_if(labels, [](std::uint8_t label) { return label != kNoDigit; });
        return {loss.detach(), isRight.sum(), digits};
    }

    [[nodiscard]] std::vector<at::Tensor> memory() override { return m_update.memory(); }
    void resume(std::int64_t steps, const std::vector<at::Tensor>& memory) override {
        m_step = static_cast<std::uint64_t>(steps);
        m_update.resume(steps, memory);
    }

private:
    NetworkModule& m_network;
    const c10::Device m_device;
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
