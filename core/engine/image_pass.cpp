// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_pass.h"

#include "core/engine/lanes/kernel_choice.h"
#include "core/engine/samples.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace digitlab {

namespace {

using Values = std::vector<float>;

std::int64_t planeOf(const Shape& shape) {
    return std::int64_t{shape.height} * shape.width;
}

/// What one tap of a kernel sees of a map from each place of the output; 0 outside of the map.
void copyPatch(const float* map, const Layer& layer, int ky, int kx, float* to) {
    const int left = std::clamp(layer.padding - kx, 0, layer.out.width);
    const int right = std::clamp(layer.in.width + layer.padding - kx, left, layer.out.width);
    for (int y = 0; y < layer.out.height; ++y, to += layer.out.width) {
        const int row = y + ky - layer.padding;
        if (row < 0 || row >= layer.in.height) {
            std::fill_n(to, layer.out.width, 0.0F);
            continue;
        }
        const float* from = map + std::int64_t{row} * layer.in.width + kx - layer.padding;
        std::fill_n(to, left, 0.0F);
        std::copy(from + left, from + right, to + left);
        std::fill(to + right, to + layer.out.width, 0.0F);
    }
}

/// A convolution is a product of matrices: the weights, and what each of their taps sees.
Values convolve(const Values& x, const Layer& layer, const float* weight, const float* bias) {
    const std::int64_t places = planeOf(layer.out);
    const std::int64_t stride = (places + lanes::kLanes - 1) / lanes::kLanes * lanes::kLanes;
    const std::int64_t taps = std::int64_t{layer.in.channels} * layer.kernel * layer.kernel;
    const auto patches = std::make_unique_for_overwrite<float[]>(
        static_cast<std::size_t>((taps + layer.out.channels) * stride));
    float* row = patches.get();
    for (int channel = 0; channel < layer.in.channels; ++channel) {
        for (int tap = 0; tap < layer.kernel * layer.kernel; ++tap, row += stride) {
            copyPatch(x.data() + channel * planeOf(layer.in), layer, tap / layer.kernel,
                      tap % layer.kernel, row);
            std::fill(row + places, row + stride, 0.0F);
        }
    }
    lanes::bestKernels().multiply(layer.out.channels, taps, stride, {weight, taps, 1},
                                  patches.get(), stride, row, stride);
    Values y(static_cast<std::size_t>(layer.out.size()));
    for (int channel = 0; channel < layer.out.channels; ++channel, row += stride) {
        float* to = y.data() + channel * places;
        for (std::int64_t place = 0; place < places; ++place) {
            to[place] = row[place] + bias[channel];
        }
    }
    return y;
}

Values pool(const Values& x, const Layer& layer) {
    Values y;
    y.reserve(static_cast<std::size_t>(layer.out.size()));
    for (int channel = 0; channel < layer.out.channels; ++channel) {
        const float* map = x.data() + channel * planeOf(layer.in);
        for (int row = 0; row < layer.out.height; ++row) {
            for (int column = 0; column < layer.out.width; ++column) {
                const float* corner = map + std::int64_t{row} * layer.kernel * layer.in.width +
                                      std::int64_t{column} * layer.kernel;
                float largest = *corner;
                for (int i = 0; i < layer.kernel; ++i, corner += layer.in.width) {
                    largest = std::max(largest, *std::max_element(corner, corner + layer.kernel));
                }
                y.push_back(largest);
            }
        }
    }
    return y;
}

Values dense(const Values& x, const Layer& layer, const float* weight, const float* bias) {
    Values y(static_cast<std::size_t>(layer.out.size()));
    lanes::bestKernels().multiplyVector(layer.out.size(), layer.in.size(), weight, x.data(),
                                        y.data());
    for (std::size_t i = 0; i < y.size(); ++i) {
        y[i] += bias[i];
    }
    return y;
}

void softmax(Values& x) {
    const float largest = *std::ranges::max_element(x);
    float sum = 0;
    for (float& value : x) {
        value = std::exp(value - largest);
        sum += value;
    }
    for (float& value : x) {
        value /= sum;
    }
}

} // namespace

ImagePass::ImagePass(const NetworkModule& network) {
    const auto numbersOf = [](const at::Tensor& tensor) {
        return tensor.defined() ? tensor.data_ptr<float>() : nullptr;
    };
    for (std::size_t i = 0; i < network.layers().size(); ++i) {
        const NetworkModule::LayerTensors& own = network.layerTensors(i);
        m_stages.push_back({&network.layers()[i], numbersOf(own.weight), numbersOf(own.bias),
                            numbersOf(own.mean), numbersOf(own.variance)});
    }
}

void ImagePass::run(const DigitImage& image, const Tap& tap) const {
    Values x;
    for (const std::uint8_t pixel : image) {
        x.push_back(static_cast<float>(pixel) * kPixelScale + kPixelShift);
    }
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage& stage = m_stages[i];
        const Layer& layer = *stage.layer;
        switch (layer.kind) {
        case LayerKind::Conv:
            x = convolve(x, layer, stage.weight, stage.bias);
            break;
        case LayerKind::BatchNorm:
            for (int channel = 0; channel < layer.out.channels; ++channel) {
                const float scale =
                    stage.weight[channel] /
                    std::sqrt(stage.variance[channel] + static_cast<float>(kNormEpsilon));
                const float shift = stage.bias[channel] - stage.mean[channel] * scale;
                float* map = x.data() + channel * planeOf(layer.out);
                for (std::int64_t place = 0; place < planeOf(layer.out); ++place) {
                    map[place] = map[place] * scale + shift;
                }
            }
            break;
        case LayerKind::Relu:
            for (float& value : x) {
                value = std::max(value, 0.0F);
            }
            break;
        case LayerKind::MaxPool:
            x = pool(x, layer);
            break;
        case LayerKind::Dense:
            x = dense(x, layer, stage.weight, stage.bias);
            break;
        case LayerKind::Softmax:
            softmax(x);
            break;
        case LayerKind::Flatten: // the numbers lie as they must
        case LayerKind::Dropout: // in training alone
            break;
        }
        tap(i, x);
    }
}

} // namespace digitlab
