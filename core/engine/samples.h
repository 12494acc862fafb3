// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/network_module.h"
#include "core/training/config.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace digitlab {

// The network takes a byte as (byte/255 - mean) / deviation, over MNIST's training set:
// byte × kPixelScale + kPixelShift.
inline constexpr float kPixelMean = 0.1307F;
inline constexpr float kPixelDeviation = 0.3081F;
inline constexpr float kPixelScale = 1 / (255 * kPixelDeviation);
inline constexpr float kPixelShift = -kPixelMean / kPixelDeviation;

/// Pixels (count×1×28×28 bytes) as the network takes them.
at::Tensor normalise(const at::Tensor& pixels);

/// Images with their labels on one device; the images stay bytes until a batch is asked for.
class Samples {
public:
    /// The data must outlive this: on the CPU its pixels are used where they are. Throws Error
    /// where an image is not 28×28. Without indices it is the whole set.
    Samples(const Dataset& data, c10::Device device);
    Samples(const Dataset& data, const std::vector<std::int64_t>& indices, c10::Device device);

    [[nodiscard]] std::int64_t count() const { return m_labels.size(0); }
    [[nodiscard]] const at::Tensor& pixels() const { return m_pixels; } ///< bytes, count×1×28×28
    [[nodiscard]] const at::Tensor& labels() const { return m_labels; } ///< 64-bit, count

private:
    at::Tensor m_pixels;
    at::Tensor m_labels;
};

/// Mean loss and share of right answers over a set.
struct SampleScores {
    double loss = 0; ///< cross entropy as in training, in nats
    double accuracy = 0;
};

/// How a network does on all samples, in large batches.
SampleScores evaluate(const NetworkModule& network, const Samples& samples);

} // namespace digitlab
