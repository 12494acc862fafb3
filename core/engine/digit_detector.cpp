// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/digit_detector.h"

#include "core/engine/features.h"
#include "core/engine/optimizer.h"
#include "core/engine/random.h"
#include "core/engine/thread_settings.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace digitlab {

namespace {

constexpr std::int64_t kUnits = 24;
constexpr std::int64_t kBatch = 256;
constexpr std::int64_t kEpochs = 10;
constexpr double kRate = 2e-3;
constexpr double kDecay = 6;       ///< strong, for the features are many beside the images
constexpr double kRefused = 0.005; ///< share of the digits of a source that may be refused
constexpr double kStill = 1e-3; ///< deviation, beside the mean one, of a feature that hardly varies

/// What makes the features of rows numbers with mean 0 and deviation 1, by which they are learned.
struct Scale {
    at::Tensor mean;
    at::Tensor deviation;

    /// Takes the rows in pieces: as floats they would fill twice the memory.
    explicit Scale(const at::Tensor& rows)
        : mean(at::zeros(rows.size(1)))
        , deviation(at::zeros(rows.size(1))) {
        const auto count = static_cast<double>(rows.size(0));
        for (const at::Tensor& piece : rows.split(kBatch)) {
            mean.add_(piece.to(at::kFloat).sum(0), 1 / count);
        }
        for (const at::Tensor& piece : rows.split(kBatch)) {
            deviation.add_(piece.to(at::kFloat).sub_(mean).square_().sum(0), 1 / count);
        }
        deviation.sqrt_();
        deviation.add_(deviation.mean(), kStill).clamp_min_(1e-6);
    }
};

/// Weights and biases of the small network while it learns.
struct SmallNetwork {
    at::Tensor hiddenWeight, hiddenBias, outputWeight, outputBias;

    explicit SmallNetwork(std::int64_t features) {
        at::Generator generator = makeGenerator(1, RandomStream::Detector);
        const auto fresh = [&](std::int64_t rows, std::int64_t inputs) {
            return at::randn({rows, inputs}, generator)
                .mul_(std::sqrt(2 / static_cast<double>(inputs)))
                .requires_grad_(true);
        };
        hiddenWeight = fresh(kUnits, features);
        hiddenBias = at::zeros(kUnits).requires_grad_(true);
        outputWeight = fresh(1, kUnits);
        outputBias = at::zeros(1).requires_grad_(true);
    }

    [[nodiscard]] std::vector<at::Tensor> parameters() const {
        return {hiddenWeight, hiddenBias, outputWeight, outputBias};
    }

    [[nodiscard]] at::Tensor scores(const at::Tensor& rows) const {
        const at::Tensor hidden = at::relu(at::linear(rows, hiddenWeight, hiddenBias));
        return at::linear(hidden, outputWeight, outputBias).flatten();
    }
};

void learn(SmallNetwork& network, const DetectorData& data, const Scale& scale) {
    TrainingConfig config;
    config.optimizer = Optimizer::AdamW;
    config.weightDecay = kDecay;
    WeightUpdate update(config, network.parameters());
    at::Generator generator = makeGenerator(2, RandomStream::Detector);
    const at::Tensor order = at::randperm(data.rows.size(0), generator);
    const at::Tensor answers = order.lt(data.digits).to(at::kFloat);
    const std::int64_t batches = std::max<std::int64_t>(1, order.size(0) / kBatch);
    for (std::int64_t step = 0; step < kEpochs * batches; ++step) {
        const std::int64_t first = step % batches * kBatch;
        const std::int64_t size = std::min(kBatch, order.size(0) - first);
        const at::Tensor rows = data.rows.index_select(0, order.narrow(0, first, size))
                                    .to(at::kFloat)
                                    .sub_(scale.mean)
                                    .div_(scale.deviation);
        const at::Tensor loss = at::binary_cross_entropy_with_logits(
            network.scores(rows), answers.narrow(0, first, size));
        loss.backward();
        update.step(kRate *
                    (1 - static_cast<double>(step) / static_cast<double>(kEpochs * batches)));
    }
}

/// The numbers to four digits: more would make the file large and nothing better.
void appendRounded(const at::Tensor& numbers, std::vector<double>& to) {
    const at::Tensor all = numbers.detach().to(at::kDouble).contiguous();
    const double* first = all.data_ptr<double>();
    for (std::int64_t i = 0; i < all.numel(); ++i) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%.3e", first[i]);
        to.push_back(std::strtod(text.data(), nullptr));
    }
}

} // namespace

void fitDetector(const DetectorData& data, Confidence& confidence) {
    const OperatorThreads one(1); // batches this small go no faster on more
    const Scale scale(data.rows);
    SmallNetwork network(data.rows.size(1));
    {
        const at::AutoGradMode gradients(true);
        learn(network, data, scale);
    }

    const at::NoGradGuard noGradients;
    // The scale goes into the weights, so that they take features as they are.
    const at::Tensor weight = network.hiddenWeight / scale.deviation;
    const at::Tensor bias = network.hiddenBias - at::mv(weight, scale.mean);
    appendRounded(at::cat({weight, bias.unsqueeze(1)}, 1), confidence.hidden);
    appendRounded(at::cat({network.outputWeight.flatten(), network.outputBias}, 0),
                  confidence.output);
    const Judge judge(confidence, at::kCPU);
    std::vector<double> limits;
    for (const at::Tensor& digits : data.checks) {
        limits.push_back(
            at::quantile(judge.digitScores(digits.to(at::kFloat)), kRefused).item<double>());
    }
    confidence.output.back() -= *std::ranges::min_element(limits);
}

} // namespace digitlab
