// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network_module.h"
#include "core/evaluation/verdict.h"
#include "core/model/confidence.h"

#include <span>

namespace digitlab {

/// Keeps the features of a batch (see featureSources()) while the network runs.
class Features {
public:
    explicit Features(const std::vector<Layer>& layers);

    /// To be told what each layer gave, as NetworkModule::Tap is.
    void hear(std::size_t layer, const at::Tensor& given);

    /// What the last layer gave before its softmax (batch×10). The article's network ends in one:
    /// the logarithm of its probabilities does as well.
    [[nodiscard]] at::Tensor logits() const;

    /// All of them (batch×featureCount()).
    [[nodiscard]] at::Tensor all() const;

private:
    std::vector<FeatureSource> m_sources;
    std::vector<at::Tensor> m_given; ///< by each of m_sources
    bool m_endsInSoftmax;
};

/// The same of one image, from plain numbers.
class ImageFeatures {
public:
    explicit ImageFeatures(const std::vector<Layer>& layers);

    /// To be told what each layer gave, as ImagePass::Tap is.
    void hear(std::size_t layer, std::span<const float> given);

    [[nodiscard]] std::vector<float> logits() const;
    [[nodiscard]] std::vector<float> all() const;

private:
    std::vector<FeatureSource> m_sources;
    std::vector<std::vector<float>> m_given; ///< by each of m_sources
    bool m_endsInSoftmax;
};

/// Turns what a network makes of images into verdicts, by the confidence that was fitted to it.
class Judge {
public:
    /// For features on this device. The numbers of the confidence go there once.
    Judge(const Confidence& confidence, c10::Device device);

    /// How much images look like digits: positive for those that are taken for one. From all their
    /// features (see Features::all()); the confidence must have its small network.
    [[nodiscard]] at::Tensor digitScores(const at::Tensor& features) const;

    /// The verdicts on the images that the features are of.
    void decide(const Features& features, std::span<Verdict> verdicts) const;
    /// The same for one image, by a judge on the processor.
    [[nodiscard]] Verdict decide(const ImageFeatures& features) const;

private:
    double m_temperature;
    at::Tensor m_hiddenWeight; ///< undefined where everything is taken for a digit
    at::Tensor m_hiddenBias;
    at::Tensor m_outputWeight;
    at::Tensor m_outputBias;
};

} // namespace digitlab
