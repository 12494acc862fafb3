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
constexpr std::int64_t kMaxOfAKind = 6000; ///< digits from each source; more would take longer
constexpr std::int64_t kMaxHeld = 7 << 20; ///< features of them; more fill the memory
constexpr std::int64_t kEachEpoch = 2000;  ///< a short training is followed by a short fit
constexpr std::int64_t kDrawnForEach = 2;  ///< drawn digits for each other, to fit the temperature
constexpr std::int64_t kOthersForEach = 2; ///< non-digits for each digit of a source
constexpr std::int64_t kFewest = 100;      ///< digits of each source; fewer tell nothing
constexpr std::int64_t kFedForEach = 12;   ///< and of few images are few fitted to
constexpr std::uint64_t kSeed = 3;         ///< of what is drawn

/// Runs the network over images in batches and hands on the features of each.
template <class Take>
void overFeatures(const NetworkModule& network, const at::Tensor& pixels, const Take& take) {
    for (const at::Tensor& batch : pixels.split(kBatch)) {
        Features features(network.layers());
        (void)network.infer(
            normalise(batch.to(network.tensors().front().device())),
            [&](std::size_t layer, const at::Tensor& given) { features.hear(layer, given); });
        take(features);
    }
}

/// Room for the features of images, a row an image. In half the bytes of floats: they are held for
/// thousands of images at once.
at::Tensor roomFor(const NetworkModule& network, std::int64_t images) {
    return at::empty({images, featureCount(network.layers())}, at::kBFloat16);
}

/// Writes the features of images into the rows from `first` on, and gives the row behind them.
std::int64_t writeFeatures(const NetworkModule& network, const at::Tensor& pixels,
                           const at::Tensor& rows, std::int64_t first) {
    overFeatures(network, pixels, [&](const Features& features) {
        const at::Tensor batch = features.all();
        rows.narrow(0, first, batch.size(0)).copy_(batch);
        first += batch.size(0);
    });
    return first;
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

/// Images of what `draw` draws, each with random numbers of its own.
template <class Draw>
at::Tensor drawn(std::int64_t count, std::uint64_t kind, const Draw& draw) {
    return made(count, [&](std::int64_t i, std::uint8_t* to) {
        Random random{kSeed, kind, static_cast<std::uint64_t>(i)};
        const Ink ink = draw(i, random);
        std::ranges::copy(deformed(renderInk(ink), {.strokeWidth = 1}, random), to);
    });
}

struct Labelled {
    at::Tensor pixels;
    at::Tensor labels;
};

Labelled with(const Labelled& some, const Labelled& others) {
    return {at::cat({some.pixels.cpu(), others.pixels}, 0),
            at::cat({some.labels.to(at::kByte).cpu(), others.labels}, 0)};
}

Labelled drawnDigits(std::int64_t count) {
    const at::Tensor labels = at::empty(count, at::kByte);
    auto* label = labels.data_ptr<std::uint8_t>();
    return {drawn(count, 1,
                  [&](std::int64_t i, Random& random) {
                      label[i] = static_cast<std::uint8_t>(random.below(10));
                      return drawDigit(label[i], random);
                  }),
            labels};
}

/// The digits among the first images of the feed.
Labelled fedDigits(const Feed& feed, std::int64_t count) {
    const at::Tensor labels = at::empty(count, at::kByte);
    auto* label = labels.data_ptr<std::uint8_t>();
    const at::Tensor pixels =
        made(count, [&](std::int64_t i, std::uint8_t* to) { label[i] = feed.write(i, to); });
    const at::Tensor digits = labels.ne(kNoDigit).nonzero().flatten();
    return {pixels.index_select(0, digits), labels.index_select(0, digits)};
}

double temperatureFor(const NetworkModule& network, const Labelled& digits) {
    std::vector<Logits> logits;
    overFeatures(network, digits.pixels, [&](const Features& features) {
        const at::Tensor outputs = features.logits().cpu().contiguous();
        const float* from = outputs.data_ptr<float>();
        for (std::int64_t i = 0; i < outputs.size(0); ++i, from += 10) {
            std::copy_n(from, 10, logits.emplace_back().begin());
        }
    });
    const at::Tensor labels = digits.labels.to(at::kByte).cpu().contiguous();
    return fitTemperature(logits, {labels.data_ptr<std::uint8_t>(), logits.size()});
}

} // namespace

Confidence fitConfidence(const NetworkModule& network, const Feed& feed, int epochs,
                         const Samples& heldOut) {
    const at::NoGradGuard noGradients;
    Confidence confidence;
    const std::int64_t count =
        std::min({kMaxOfAKind, kEachEpoch * epochs, feed.count() / kFedForEach,
                  kMaxHeld / featureCount(network.layers())});
    if (count < kFewest) {
        return confidence;
    }
    const Labelled fed = fedDigits(feed, count);
    // A network is surer than it should be of what is unlike its training set, as people's digits
    // are; those that the program draws are the nearest to them that there is.
    const Labelled byHand = drawnDigits(kDrawnForEach * count);
    std::vector<at::Tensor> sources{fed.pixels, byHand.pixels.narrow(0, 0, count)};
    if (heldOut.count() >= kFewest) {
        const std::int64_t known = std::min(count, heldOut.count());
        const Labelled digits{heldOut.pixels().narrow(0, 0, known),
                              heldOut.labels().narrow(0, 0, known)};
        confidence.temperature = temperatureFor(network, with(digits, byHand));
        sources.push_back(digits.pixels.cpu());
    } else {
        confidence.temperature = temperatureFor(network, with(fed, byHand));
    }

    // Three quarters of each source's digits are learned from, the rest is to choose the limit by.
    const auto learnedOf = [](const at::Tensor& digits) { return digits.size(0) * 3 / 4; };
    DetectorData data;
    for (const at::Tensor& digits : sources) {
        data.digits += learnedOf(digits);
    }
    const std::int64_t others = kOthersForEach * count;
    data.rows = roomFor(network, data.digits + others);
    std::int64_t row = 0;
    for (const at::Tensor& digits : sources) {
        const std::int64_t most = learnedOf(digits);
        const at::Tensor rest = digits.narrow(0, most, digits.size(0) - most);
        row = writeFeatures(network, digits.narrow(0, 0, most), data.rows, row);
        writeFeatures(network, rest, data.checks.emplace_back(roomFor(network, rest.size(0))), 0);
    }
    writeFeatures(
        network,
        drawn(others, 2, [](std::int64_t, Random& random) { return drawNonDigit(random); }),
        data.rows, row);
    fitDetector(data, confidence);
    return confidence;
}

} // namespace digitlab
