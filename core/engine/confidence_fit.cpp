// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/confidence_fit.h"

#include "core/augmentation/deform.h"
#include "core/engine/digit_detector.h"
#include "core/engine/features.h"
#include "core/evaluation/temperature.h"
#include "core/synthesis/drawing.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>

namespace digitlab {

namespace {

constexpr std::int64_t kBatch = 500;       ///< images that the network sees at once
constexpr std::int64_t kMaxOfAKind = 4000; ///< digits from each source; more would take longer
constexpr std::int64_t kFewest = 100;      ///< digits of each source; fewer tell nothing
constexpr std::int64_t kFedForEach = 12;   ///< a short training is followed by a short fit
constexpr std::uint64_t kSeed = 3;         ///< of what is drawn

/// The features of images, a row an image.
at::Tensor featuresOf(const NetworkModule& network, const at::Tensor& pixels) {
    std::vector<at::Tensor> parts;
    for (std::int64_t first = 0; first < pixels.size(0); first += kBatch) {
        const std::int64_t size = std::min(kBatch, pixels.size(0) - first);
        const at::Tensor batch = pixels.narrow(0, first, size);
        Features features(network.layers());
        (void)network.infer(
            normalise(batch.to(network.tensors().front().device())),
            [&](std::size_t layer, const at::Tensor& given) { features.hear(layer, given); });
        parts.push_back(features.all().cpu());
    }
    return at::cat(parts, 0);
}

/// Images that `write` makes, each into 28×28 bytes, on all threads.
template <class Write>
at::Tensor made(std::int64_t count, const Write& write) {
    const at::Tensor pixels = at::empty({count, 1, kDigitSide, kDigitSide}, at::kByte);
    auto* first = pixels.data_ptr<std::uint8_t>();
    at::parallel_for(0, count, 64, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            write(i, first + i * pixels.stride(0));
        }
    });
    return pixels;
}

Ink drawAnyDigit(Random& random) {
    return drawDigit(static_cast<int>(random.below(10)), random);
}

at::Tensor drawn(std::int64_t count, std::uint64_t kind, Ink (*draw)(Random&)) {
    return made(count, [&](std::int64_t i, std::uint8_t* to) {
        Random random{kSeed, kind, static_cast<std::uint64_t>(i)};
        std::ranges::copy(deformed(renderInk(draw(random)), {.strokeWidth = 1}, random), to);
    });
}

struct Labelled {
    at::Tensor pixels;
    at::Tensor labels;
};

/// The digits among the first images of the feed.
Labelled fedDigits(const Feed& feed, std::int64_t count) {
    const at::Tensor labels = at::empty(count, at::kByte);
    auto* label = labels.data_ptr<std::uint8_t>();
    const at::Tensor pixels =
        made(count, [&](std::int64_t i, std::uint8_t* to) { label[i] = feed.write(i, to); });
    const at::Tensor digits = labels.ne(kNoDigit).nonzero().flatten();
    return {pixels.index_select(0, digits), labels.index_select(0, digits)};
}

/// The temperature for features, the first ten of which are the logits.
double temperatureFor(const at::Tensor& features, const at::Tensor& labels) {
    const at::Tensor outputs = features.narrow(1, 0, 10).contiguous();
    const at::Tensor bytes = labels.to(at::kByte).cpu().contiguous();
    std::vector<Logits> logits(static_cast<std::size_t>(outputs.size(0)));
    const float* from = outputs.data_ptr<float>();
    for (Logits& own : logits) {
        std::copy_n(from, own.size(), own.begin());
        from += own.size();
    }
    return fitTemperature(logits, {bytes.data_ptr<std::uint8_t>(), logits.size()});
}

/// Three quarters of the rows to learn from, the rest to check.
void addDigits(const at::Tensor& rows, std::vector<at::Tensor>& learned,
               std::vector<at::Tensor>& checks) {
    const std::int64_t count = rows.size(0) * 3 / 4;
    learned.push_back(rows.narrow(0, 0, count));
    checks.push_back(rows.narrow(0, count, rows.size(0) - count));
}

} // namespace

Confidence fitConfidence(const NetworkModule& network, const Feed& feed, const Samples& heldOut) {
    const at::NoGradGuard noGradients;
    Confidence confidence;
    const std::int64_t count = std::min(kMaxOfAKind, feed.count() / kFedForEach);
    if (count < kFewest) {
        return confidence;
    }
    const Labelled fed = fedDigits(feed, count);
    const at::Tensor fedFeatures = featuresOf(network, fed.pixels);
    DetectorData data;
    std::vector<at::Tensor> learned;
    addDigits(fedFeatures, learned, data.checks);
    addDigits(featuresOf(network, drawn(count, 1, drawAnyDigit)), learned, data.checks);
    if (heldOut.count() >= kFewest) {
        const std::int64_t known = std::min(kMaxOfAKind, heldOut.count());
        const at::Tensor features = featuresOf(network, heldOut.pixels().narrow(0, 0, known));
        confidence.temperature = temperatureFor(features, heldOut.labels().narrow(0, 0, known));
        addDigits(features, learned, data.checks);
    } else {
        confidence.temperature = temperatureFor(fedFeatures, fed.labels);
    }
    data.digits = at::cat(learned, 0);
    data.others = featuresOf(network, drawn(2 * count, 2, drawNonDigit));
    fitDetector(data, confidence);
    return confidence;
}

} // namespace digitlab
