// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/samples.h"

#include "core/error.h"
#include "core/ink/digit_image.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace digitlab {

namespace {

constexpr std::int64_t kEvaluationBatch = 500;

/// The pixels of a set as a tensor of bytes that shares their memory.
at::Tensor pixelsOf(const Dataset& data) {
    if (data.images.side != kDigitSide || data.images.count() != data.labels.size()) {
        throw Error(Message(
            DIGITLAB_TEXT("core", "The engine was given %1 images of %2×%2 pixels with %3 labels; "
                                  "images of %4×%4 pixels with a label each are expected."),
            {static_cast<std::int64_t>(data.images.count()), std::int64_t{data.images.side},
             static_cast<std::int64_t>(data.labels.size()), std::int64_t{kDigitSide}}));
    }
    auto* pixels = const_cast<std::uint8_t*>(data.images.pixels.data()); // only ever read
    return at::from_blob(
        pixels, {static_cast<std::int64_t>(data.count()), 1, kDigitSide, kDigitSide}, at::kByte);
}

at::Tensor labelsOf(const Dataset& data) {
    auto* labels = const_cast<std::uint8_t*>(data.labels.data());
    return at::from_blob(labels, {static_cast<std::int64_t>(data.count())}, at::kByte)
        .to(at::kLong);
}

} // namespace

at::Tensor normalise(const at::Tensor& pixels) {
    const at::Tensor images = pixels.to(at::kFloat).mul_(kPixelScale).add_(kPixelShift);
    // With one channel it is all the same in memory whether channels come first or last. Said to
    // come last, convolutions and pools keep to that order, in which they are up to five times as
    // fast.
    return images.as_strided(images.sizes(), {kDigitSide * kDigitSide, 1, kDigitSide, 1});
}

Samples::Samples(const Dataset& data, c10::Device device)
    : m_pixels(pixelsOf(data).to(device))
    , m_labels(labelsOf(data).to(device)) {}

Samples::Samples(const Dataset& data, const std::vector<std::int64_t>& indices,
                 c10::Device device) {
    const at::Tensor index = at::tensor(indices, at::kLong);
    m_pixels = pixelsOf(data).index_select(0, index).to(device);
    m_labels = labelsOf(data).index_select(0, index).to(device);
}

SampleScores evaluate(const NetworkModule& network, const Samples& samples) {
    const c10::InferenceMode inference;
    SampleScores scores;
    for (std::int64_t first = 0; first < samples.count(); first += kEvaluationBatch) {
        const std::int64_t size = std::min(kEvaluationBatch, samples.count() - first);
        const at::Tensor labels = samples.labels().narrow(0, first, size);
        const at::Tensor output = network.infer(normalise(samples.pixels().narrow(0, first, size)));
        scores.loss +=
            at::cross_entropy_loss(output, labels, {}, at::Reduction::Sum).item<double>();
        scores.accuracy += output.argmax(1).eq(labels).sum().item<double>();
    }
    const double count = static_cast<double>(samples.count());
    return {scores.loss / count, scores.accuracy / count};
}

} // namespace digitlab
