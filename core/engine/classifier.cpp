// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/classifier.h"

#include "core/engine/boundary.h"
#include "core/engine/device.h"
#include "core/engine/features.h"
#include "core/engine/image_pass.h"
#include "core/engine/network_module.h"
#include "core/engine/samples.h"
#include "core/engine/thread_settings.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <optional>

namespace digitlab {

namespace {

constexpr std::size_t kBatch = 256; ///< images that are classified at once

/// The model's tensors on a device. On the CPU they share the model's memory.
NetworkModule moduleOf(const Model& model, c10::Device device) {
    const c10::InferenceMode inference;
    std::vector<at::Tensor> tensors;
    for (const Tensor& tensor : model.tensors) {
        auto* values = const_cast<float*>(tensor.values.data()); // only ever read
        tensors.push_back(at::from_blob(values, tensor.shape.sizes).to(device));
    }
    return {layersOf(model.config.network), std::move(tensors)};
}

class TorchClassifier : public Classifier {
public:
    TorchClassifier(Model model, Device device)
        : m_model(std::move(model))
        , m_device(torchDevice(device))
        , m_network(moduleOf(m_model, m_device))
        , m_judge(m_model.confidence, m_device)
        , m_shown(shownLayers(m_network.layers())) {
        if (m_device.is_cpu()) {
            m_pass.emplace(m_network);
        }
    }

    [[nodiscard]] const Model& model() const override { return m_model; }

    [[nodiscard]] std::vector<Verdict> classify(std::span<const DigitImage> images) const override {
        return atBoundary([&] {
            const OperatorThreads threads(1); // those who train need the others
            const c10::InferenceMode inference;
            std::vector<Verdict> verdicts(images.size());
            for (std::size_t first = 0; first < images.size(); first += kBatch) {
                const auto batch = images.subspan(first, std::min(kBatch, images.size() - first));
                Features features(m_network.layers());
                (void)m_network.infer(prepare(batch),
                                      [&](std::size_t layer, const at::Tensor& given) {
                                          features.hear(layer, given);
                                      });
                decide(features, batch, std::span(verdicts).subspan(first));
            }
            return verdicts;
        });
    }

    [[nodiscard]] Insight lookInside(const DigitImage& image) const override {
        return atBoundary([&] {
            Insight insight;
            insight.verdict = m_pass ? passThrough(image, insight.activations)
                                     : infer(image, insight.activations);
            if (isDot(image)) {
                insight.verdict.isDigit = 0;
            }
            return insight;
        });
    }

private:
    [[nodiscard]] at::Tensor prepare(std::span<const DigitImage> images) const {
        static_assert(sizeof(DigitImage) == kDigitSide * kDigitSide);
        auto* pixels = const_cast<std::uint8_t*>(images.front().data()); // only ever read
        const auto count = static_cast<std::int64_t>(images.size());
        return normalise(
            at::from_blob(pixels, {count, 1, kDigitSide, kDigitSide}, at::kByte).to(m_device));
    }

    /// Writes the verdicts on images. A dot is no digit, whatever the network makes of it.
    void decide(const Features& features, std::span<const DigitImage> images,
                std::span<Verdict> verdicts) const {
        m_judge.decide(features, verdicts);
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (isDot(images[i])) {
                verdicts[i].isDigit = 0;
            }
        }
    }

    /// The verdict on one image, and what each shown layer gave.
    [[nodiscard]] Verdict passThrough(const DigitImage& image,
                                      std::vector<Activation>& activations) const {
        ImageFeatures features(m_network.layers());
        m_pass->run(image, [&](std::size_t layer, std::span<const float> given) {
            features.hear(layer, given);
            if (isShown(layer)) {
                activations.push_back({layer, shapeOf(layer), {given.begin(), given.end()}});
            }
        });
        return m_judge.decide(features);
    }

    /// The same with LibTorch, on any device.
    [[nodiscard]] Verdict infer(const DigitImage& image,
                                std::vector<Activation>& activations) const {
        const OperatorThreads threads(1);
        const c10::InferenceMode inference;
        Features features(m_network.layers());
        (void)m_network.infer(
            prepare({&image, 1}), [&](std::size_t layer, const at::Tensor& given) {
                features.hear(layer, given);
                if (isShown(layer)) {
                    const at::Tensor values = given.cpu().contiguous();
                    const float* first = values.data_ptr<float>();
                    activations.push_back({layer, shapeOf(layer), {first, first + values.numel()}});
                }
            });
        Verdict verdict;
        m_judge.decide(features, {&verdict, 1});
        return verdict;
    }

    [[nodiscard]] bool isShown(std::size_t layer) const {
        return std::ranges::find(m_shown, layer) != m_shown.end();
    }
    [[nodiscard]] const Shape& shapeOf(std::size_t layer) const {
        return m_network.layers()[layer].out;
    }

    const Model m_model;
    const c10::Device m_device;
    const NetworkModule m_network;
    std::optional<ImagePass> m_pass; ///< the same network, for one image; on the processor alone
    const Judge m_judge;
    const std::vector<std::size_t> m_shown;
};

} // namespace

std::shared_ptr<const Classifier> makeClassifier(Model model, Device device) {
    return std::make_shared<TorchClassifier>(std::move(model), device);
}

} // namespace digitlab
