// SPDX-License-Identifier: GPL-3.0-or-later
// Convolutions and the gradients of their weights. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

void spread(const std::uint8_t* const* images, float scale, float shift, const Maps& out,
            Index side) {
    for (Index y = 0; y < side; ++y) {
        for (Index x = 0; x < side; ++x) {
            float* to = out.at(0, y, x);
            for (Index lane = 0; lane < kLanes; ++lane) {
                to[lane] = static_cast<float>(images[lane][y * side + x]) * scale + shift;
            }
        }
    }
}

/// Outputs × Columns sums at once, each over all inputs and taps. Kernel is the kernel's size where
/// it is known beforehand, so that its loops can be unrolled, or 0.
template <int Kernel, int Outputs, int Columns>
void convolveTile(const ConvSizes& sizes, const Maps& in, const float* weights, const float* bias,
                  const Maps& out, Index output, Index y, Index x, Index lane) {
    const Index kernel = Kernel > 0 ? Kernel : sizes.kernel;
    const Index taps = kernel * kernel;
    Vector sums[Outputs][Columns];
    for (int o = 0; o < Outputs; ++o) {
        for (int c = 0; c < Columns; ++c) {
            sums[o][c] = all(bias != nullptr ? bias[output + o] : 0);
        }
    }
    const float* weight[Outputs];
    for (int o = 0; o < Outputs; ++o) {
        weight[o] = weights + (output + o) * sizes.inputs * taps;
    }
    Index tap = 0;
    for (Index i = 0; i < sizes.inputs; ++i) {
        for (Index ky = 0; ky < kernel; ++ky) {
            const float* from = in.at(i, y + ky, x) + lane;
            for (Index kx = 0; kx < kernel; ++kx, ++tap, from += kLanes) {
                Vector values[Columns];
                for (int c = 0; c < Columns; ++c) {
                    values[c] = load(from + c * kLanes);
                }
                for (int o = 0; o < Outputs; ++o) {
                    const Vector factor = all(weight[o][tap]);
                    for (int c = 0; c < Columns; ++c) {
                        sums[o][c] += factor * values[c];
                    }
                }
            }
        }
    }
    for (int o = 0; o < Outputs; ++o) {
        for (int c = 0; c < Columns; ++c) {
            store(out.at(output + o, y, x + c) + lane, sums[o][c]);
        }
    }
}

using ConvolveTile = decltype(&convolveTile<0, 1, 1>);

template <int Kernel, int Outputs>
ConvolveTile convolveTileFor(Index columns) {
    static constexpr ConvolveTile tiles[] = {
        convolveTile<Kernel, Outputs, 1>,
        convolveTile<Kernel, Outputs, 2>,
        convolveTile<Kernel, Outputs, 3>,
        convolveTile<Kernel, Outputs, 4>,
#if defined(__AVX512F__)
        convolveTile<Kernel, Outputs, 5>,
        convolveTile<Kernel, Outputs, 6>,
#endif
    };
    return tiles[columns - 1];
}

template <int Kernel>
ConvolveTile convolveTileFor(Index outputs, Index columns) {
    switch (outputs) {
    case 1:
        return convolveTileFor<Kernel, 1>(columns);
    case 2:
        return convolveTileFor<Kernel, 2>(columns);
    case 3:
        return convolveTileFor<Kernel, 3>(columns);
    default:
        return convolveTileFor<Kernel, kTileOutputs>(columns);
    }
}

ConvolveTile convolveTileFor(Index kernel, Index outputs, Index columns) {
    switch (kernel) {
    case 3:
        return convolveTileFor<3>(outputs, columns);
    case 5:
        return convolveTileFor<5>(outputs, columns);
    default:
        return convolveTileFor<0>(outputs, columns);
    }
}

void convolve(const ConvSizes& sizes, const Maps& in, const float* weights, const float* bias,
              const Maps& out) {
    // Rows are cut into tiles as even as can be: 10 columns make 5 and 5, not 6 and 4.
    const Index tiles = (sizes.width + kTileColumns - 1) / kTileColumns;
    for (Index output = 0; output < sizes.outputs; output += kTileOutputs) {
        const Index outputs = smaller(kTileOutputs, sizes.outputs - output);
        for (Index tile = 0; tile < tiles; ++tile) {
            const Index x = tile * sizes.width / tiles;
            const Index columns = (tile + 1) * sizes.width / tiles - x;
            const ConvolveTile run = convolveTileFor(sizes.kernel, outputs, columns);
            for (Index y = 0; y < sizes.height; ++y) {
                for (Index lane = 0; lane < kLanes; lane += kWidth) {
                    run(sizes, in, weights, bias, out, output, y, x, lane);
                }
            }
        }
    }
}

/// The gradients of Outputs × Taps weights at once, each a sum over all positions and images.
/// `offsets` are where the taps look, from a position of the output.
template <int Outputs, int Taps>
void gradientTile(const ConvSizes& sizes, const Maps* in, const Maps* outGradient, Index blocks,
                  Index output, const Index* offsets, float* gradient, Index stride) {
    Vector sums[Outputs][Taps] = {};
    for (Index block = 0; block < blocks; ++block) {
        for (Index y = 0; y < sizes.height; ++y) {
            const float* from = in[block].at(0, y, 0);
            const float* gradients[Outputs];
            for (int o = 0; o < Outputs; ++o) {
                gradients[o] = outGradient[block].at(output + o, y, 0);
            }
            for (Index i = 0; i < sizes.width * kLanes; i += kWidth) {
                Vector factors[Outputs];
                for (int o = 0; o < Outputs; ++o) {
                    factors[o] = load(gradients[o] + i);
                }
                for (int t = 0; t < Taps; ++t) {
                    const Vector value = load(from + offsets[t] + i);
                    for (int o = 0; o < Outputs; ++o) {
                        sums[o][t] += factors[o] * value;
                    }
                }
            }
        }
    }
    for (int o = 0; o < Outputs; ++o) {
        for (int t = 0; t < Taps; ++t) {
            gradient[o * stride + t] = sumOf(sums[o][t]);
        }
    }
}

using GradientTile = decltype(&gradientTile<1, 1>);

template <int Outputs>
GradientTile gradientTileFor(Index taps) {
    static constexpr GradientTile tiles[] = {
        gradientTile<Outputs, 1>,
        gradientTile<Outputs, 2>,
        gradientTile<Outputs, 3>,
        gradientTile<Outputs, 4>,
#if defined(__AVX512F__)
        gradientTile<Outputs, 5>,
        gradientTile<Outputs, 6>,
#endif
    };
    return tiles[taps - 1];
}

GradientTile gradientTileFor(Index outputs, Index taps) {
    switch (outputs) {
    case 1:
        return gradientTileFor<1>(taps);
    case 2:
        return gradientTileFor<2>(taps);
    case 3:
        return gradientTileFor<3>(taps);
    default:
        return gradientTileFor<kTileOutputs>(taps);
    }
}

void convolveBack(const ConvSizes& sizes, const Maps* in, const Maps* outGradient, Index blocks,
                  float* weightGradient, float* biasGradient) {
    const Index taps = sizes.inputs * sizes.kernel * sizes.kernel;
    for (Index tap = 0; tap < taps; tap += kTileColumns) {
        const Index count = smaller(kTileColumns, taps - tap);
        Index offsets[kTileColumns];
        for (Index t = 0; t < count; ++t) {
            const Index input = (tap + t) / (sizes.kernel * sizes.kernel);
            const Index ky = (tap + t) / sizes.kernel % sizes.kernel;
            const Index kx = (tap + t) % sizes.kernel;
            offsets[t] = in[0].at(input, ky, kx) - in[0].data;
        }
        for (Index output = 0; output < sizes.outputs; output += kTileOutputs) {
            const Index outputs = smaller(kTileOutputs, sizes.outputs - output);
            gradientTileFor(outputs, count)(sizes, in, outGradient, blocks, output, offsets,
                                            weightGradient + output * taps + tap, taps);
        }
    }
    for (Index output = 0; output < sizes.outputs; ++output) {
        Vector sum = {};
        for (Index block = 0; block < blocks; ++block) {
            for (Index y = 0; y < sizes.height; ++y) {
                const float* row = outGradient[block].at(output, y, 0);
                for (Index i = 0; i < sizes.width * kLanes; i += kWidth) {
                    sum += load(row + i);
                }
            }
        }
        biasGradient[output] = sumOf(sum);
    }
}

} // namespace

} // namespace digitlab::lanes
