// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace digitlab::lanes {

/// So many images lie side by side: position p of a map holds the p-th number of each of them.
/// Every operation of a network is then the same for neighbouring numbers, whatever the sizes of
/// its maps and kernels, and no part of the processor's vectors is idle. (The layout of
/// cuda-convnet, Krizhevsky 2012, in pieces that stay in a core's cache.)
inline constexpr std::ptrdiff_t kLanes = 16;

/// The maps of kLanes images in a larger piece of memory. Distances are in floats.
struct Maps {
    float* data = nullptr;
    std::ptrdiff_t plane = 0;       ///< from one map to the next
    std::ptrdiff_t row = 0;         ///< from one row to the next
    std::ptrdiff_t column = kLanes; ///< from one column to the next

    [[nodiscard]] float* at(std::ptrdiff_t map, std::ptrdiff_t y, std::ptrdiff_t x) const {
        return data + map * plane + y * row + x * column;
    }
};

/// A convolution with stride 1. Columns of its maps must be kLanes apart.
struct ConvSizes {
    std::ptrdiff_t inputs = 0;  ///< maps that come in
    std::ptrdiff_t outputs = 0; ///< maps that come out
    std::ptrdiff_t kernel = 0;  ///< height and width of a kernel
    std::ptrdiff_t height = 0;  ///< of a map that comes out
    std::ptrdiff_t width = 0;
};

/// A matrix whose numbers lie anyhow: so many floats from one row or column to the next.
struct Strided {
    const float* data = nullptr;
    std::ptrdiff_t row = 0;
    std::ptrdiff_t column = 0;
};

/// What stands behind a convolution: batch norm where there is one, max pool, ReLU. Pool and ReLU
/// commute; the pool comes first, so that ReLU has less to do.
struct FinishSizes {
    std::ptrdiff_t channels = 0;
    std::ptrdiff_t height = 0; ///< before the pool
    std::ptrdiff_t width = 0;
    std::ptrdiff_t pool = 1;
};

/// Batch norm of one channel (Ioffe and Szegedy 2015).
struct ChannelNorm {
    float mean = 0;      ///< of the batch
    float inverse = 1;   ///< 1 / deviation of the batch
    float scale = 1;     ///< learned weight × inverse
    float shift = 0;     ///< so that the result is scale × x + shift
    float gradient = 0;  ///< mean of the gradient over the batch
    float alignment = 0; ///< mean of gradient × normalised x
};

/// Two sums over a channel.
struct ChannelSums {
    double first = 0;
    double second = 0;
};

/// How a gradient becomes a step. What an optimiser keeps of earlier steps is in `first`, `second`.
struct UpdateRule {
    float rate = 0;
    float momentum = 0;    ///< SGD, RMSprop
    float weightDecay = 0; ///< added to the gradient; AdamW: taken from the weight
    float correction1 = 1; ///< Adam: 1 - 0.9^step
    float correction2 = 1; ///< Adam: 1 - 0.999^step
};

/// The inner loops of a network on a processor, for one kind of vector instructions. "Block" are
/// the maps of kLanes images. `mask` holds 1 for each lane that has an image and 0 for one that has
/// none.
struct Kernels {
    const char* name = "";

    /// Writes the bytes of kLanes images as numbers: byte × scale + shift.
    void (*spread)(const std::uint8_t* const* images, float scale, float shift, const Maps& out,
                   std::ptrdiff_t side);

    /// out = bias + in ∗ weights (outputs×inputs×kernel×kernel). `in` starts at its border; without
    /// bias it is null. With turned weights it also takes a gradient back to the input.
    void (*convolve)(const ConvSizes& sizes, const Maps& in, const float* weights,
                     const float* bias, const Maps& out);

    /// The gradient of the weights and bias, over `blocks` blocks.
    void (*convolveBack)(const ConvSizes& sizes, const Maps* in, const Maps* outGradient,
                         std::ptrdiff_t blocks, float* weightGradient, float* biasGradient);

    /// out (rows×columns) = a (rows×inner) × b (inner×columns). Rows of b and out are `bRow` and
    /// `outRow` floats apart; the columns must be a multiple of kLanes.
    void (*multiply)(std::ptrdiff_t rows, std::ptrdiff_t inner, std::ptrdiff_t columns,
                     const Strided& a, const float* b, std::ptrdiff_t bRow, float* out,
                     std::ptrdiff_t outRow);

    /// to (rows) = a (rows×inner, without gaps) × x (inner).
    void (*multiplyVector)(std::ptrdiff_t rows, std::ptrdiff_t inner, const float* a,
                           const float* x, float* to);

    /// to (columns×rows) = the transpose of from (rows×columns); both multiples of kLanes.
    void (*transpose)(std::ptrdiff_t rows, std::ptrdiff_t columns, const float* from,
                      std::ptrdiff_t fromRow, float* to, std::ptrdiff_t toRow);

    /// Adds a bias to each row, and takes what is below 0 as 0 where there is a ReLU.
    void (*activate)(std::ptrdiff_t rows, std::ptrdiff_t lanes, const float* bias, bool relu,
                     float* values, std::ptrdiff_t row);

    /// Multiplies the gradient by `factor` where the value is over 0, and elsewhere by 0.
    void (*activateBack)(std::ptrdiff_t rows, std::ptrdiff_t lanes, const float* values,
                         float factor, float* gradient, std::ptrdiff_t row);

    /// Adds rows to others. The rows of both are `row` floats apart.
    void (*addRows)(std::ptrdiff_t rows, std::ptrdiff_t lanes, const float* from, float* to,
                    std::ptrdiff_t row);

    void (*sumRows)(std::ptrdiff_t rows, std::ptrdiff_t lanes, const float* values,
                    std::ptrdiff_t row, float* sums);

    /// Σ x and Σ x² of each channel, added to `sums`.
    void (*moments)(const FinishSizes& sizes, const Maps& x, const float* mask, ChannelSums* sums);

    /// y = ReLU(pool(norm(x))); norm may be null.
    void (*finish)(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm, const Maps& y);

    /// Σ g and Σ g × normalised x of each channel, added to `sums`; g is the gradient behind norm.
    void (*finishSums)(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm,
                       const Maps& yGradient, ChannelSums* sums);

    /// Replaces x by its gradient.
    void (*finishBack)(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm,
                       const float* mask, const Maps& yGradient);

    void (*sgd)(std::ptrdiff_t count, const UpdateRule& rule, float* weights, const float* gradient,
                float* first);
    void (*nesterov)(std::ptrdiff_t count, const UpdateRule& rule, float* weights,
                     const float* gradient, float* first);
    void (*adam)(std::ptrdiff_t count, const UpdateRule& rule, float* weights,
                 const float* gradient, float* first, float* second);
    void (*adamW)(std::ptrdiff_t count, const UpdateRule& rule, float* weights,
                  const float* gradient, float* first, float* second);
    void (*rmsProp)(std::ptrdiff_t count, const UpdateRule& rule, float* weights,
                    const float* gradient, float* first, float* second);
};

} // namespace digitlab::lanes
