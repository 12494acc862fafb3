// SPDX-License-Identifier: GPL-3.0-or-later
//
// The body of each kernels_*.cpp, which are compiled for different instructions. Nothing here may
// come from a header with inline functions: the linker would keep one copy of each, and it could be
// one that not every processor can run. So: plain loops, and no standard library.
#include "core/engine/lanes/kernels.h"

namespace digitlab::lanes {

namespace {

#if defined(__AVX512F__)
constexpr int kWidth = 16;      ///< floats in a vector
constexpr int kTileOutputs = 4; ///< a tile's sums fill the registers
constexpr int kTileColumns = 6;
constexpr int kTileRows = 6;
#elif defined(__AVX__)
constexpr int kWidth = 8;
constexpr int kTileOutputs = 3;
constexpr int kTileColumns = 4;
constexpr int kTileRows = 3;
#else
constexpr int kWidth = 4;
constexpr int kTileOutputs = 3;
constexpr int kTileColumns = 4;
constexpr int kTileRows = 3;
#endif

using Vector = float __attribute__((vector_size(kWidth * sizeof(float))));
using VectorMask = int __attribute__((vector_size(kWidth * sizeof(float))));
using Index = std::ptrdiff_t;

inline Vector load(const float* from) {
    Vector value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

inline void store(float* to, Vector value) {
    __builtin_memcpy(to, &value, sizeof value);
}

inline Vector all(float value) {
    return value - Vector{};
}

inline float sumOf(Vector value) {
    float sum = 0;
    for (int i = 0; i < kWidth; ++i) {
        sum += value[i];
    }
    return sum;
}

inline Index smaller(Index a, Index b) {
    return a < b ? a : b;
}

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

// --- convolution --------------------------------------------------------------------------------

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

// --- matrix product -----------------------------------------------------------------------------

/// Rows × Vectors sums at once, each over the whole inner dimension.
template <int Rows, int Vectors>
void multiplyTile(Index inner, const Strided& a, const float* b, Index bRow, float* out,
                  Index outRow) {
    Vector sums[Rows][Vectors] = {};
    const float* factors[Rows];
    for (int r = 0; r < Rows; ++r) {
        factors[r] = a.data + r * a.row;
    }
    for (Index k = 0; k < inner; ++k, b += bRow) {
        Vector values[Vectors];
        for (int v = 0; v < Vectors; ++v) {
            values[v] = load(b + v * kWidth);
        }
        for (int r = 0; r < Rows; ++r) {
            const Vector factor = all(factors[r][k * a.column]);
            for (int v = 0; v < Vectors; ++v) {
                sums[r][v] += factor * values[v];
            }
        }
    }
    for (int r = 0; r < Rows; ++r) {
        for (int v = 0; v < Vectors; ++v) {
            store(out + r * outRow + v * kWidth, sums[r][v]);
        }
    }
}

template <int Rows, int Vectors>
void multiplyLastRows(Index rows, Index inner, const Strided& a, const float* b, Index bRow,
                      float* out, Index outRow) {
    if constexpr (Rows > 0) {
        if (rows == Rows) {
            multiplyTile<Rows, Vectors>(inner, a, b, bRow, out, outRow);
        } else {
            multiplyLastRows<Rows - 1, Vectors>(rows, inner, a, b, bRow, out, outRow);
        }
    }
}

template <int Vectors>
void multiplyRows(Index rows, Index inner, const Strided& a, const float* b, Index bRow, float* out,
                  Index outRow) {
    Index row = 0;
    for (; row + kTileRows <= rows; row += kTileRows) {
        const Strided part{a.data + row * a.row, a.row, a.column};
        multiplyTile<kTileRows, Vectors>(inner, part, b, bRow, out + row * outRow, outRow);
    }
    const Strided part{a.data + row * a.row, a.row, a.column};
    multiplyLastRows<kTileRows - 1, Vectors>(rows - row, inner, part, b, bRow, out + row * outRow,
                                             outRow);
}

void multiply(Index rows, Index inner, Index columns, const Strided& a, const float* b, Index bRow,
              float* out, Index outRow) {
    constexpr Index kColumns = 4 * kWidth;
    Index column = 0;
    for (; column + kColumns <= columns; column += kColumns) {
        multiplyRows<4>(rows, inner, a, b + column, bRow, out + column, outRow);
    }
    for (; column < columns; column += kWidth) {
        multiplyRows<1>(rows, inner, a, b + column, bRow, out + column, outRow);
    }
}

// --- dense layers -------------------------------------------------------------------------------

/// Where each number of a vector comes from when two vectors exchange every other piece of
/// `distance` numbers: a number of the first, or, from kWidth on, of the second.
struct Exchange {
    VectorMask first;
    VectorMask second;
};

inline Exchange exchangeOf(int distance) {
    Exchange exchange;
    for (int i = 0; i < kWidth; ++i) {
        const bool stays = (i & distance) == 0;
        exchange.first[i] = stays ? i : i - distance + kWidth;
        exchange.second[i] = stays ? i + distance : i + kWidth;
    }
    return exchange;
}

/// A square of kWidth × kWidth numbers, in log2(kWidth) rounds of exchanges.
inline void transposeTile(const float* from, Index fromRow, float* to, Index toRow) {
    Vector rows[kWidth];
    for (int r = 0; r < kWidth; ++r) {
        rows[r] = load(from + r * fromRow);
    }
    for (int distance = 1; distance < kWidth; distance *= 2) {
        const Exchange exchange = exchangeOf(distance);
        for (int r = 0; r < kWidth; ++r) {
            if ((r & distance) == 0) {
                const Vector first = rows[r];
                const Vector second = rows[r + distance];
                rows[r] = __builtin_shuffle(first, second, exchange.first);
                rows[r + distance] = __builtin_shuffle(first, second, exchange.second);
            }
        }
    }
    for (int r = 0; r < kWidth; ++r) {
        store(to + r * toRow, rows[r]);
    }
}

void transpose(Index rows, Index columns, const float* from, Index fromRow, float* to,
               Index toRow) {
    for (Index row = 0; row < rows; row += kWidth) {
        for (Index column = 0; column < columns; column += kWidth) {
            transposeTile(from + row * fromRow + column, fromRow, to + column * toRow + row, toRow);
        }
    }
}

void activate(Index rows, Index lanes, const float* bias, bool relu, float* values, Index row) {
    const Vector floor = all(relu ? 0 : -__builtin_inff());
    for (Index r = 0; r < rows; ++r, values += row) {
        for (Index lane = 0; lane < lanes; lane += kWidth) {
            const Vector value = load(values + lane) + bias[r];
            store(values + lane, value > floor ? value : floor);
        }
    }
}

void activateBack(Index rows, Index lanes, const float* values, float kept, float* gradient,
                  Index row) {
    for (Index r = 0; r < rows; ++r, values += row, gradient += row) {
        for (Index lane = 0; lane < lanes; lane += kWidth) {
            const Vector g = load(gradient + lane) * kept;
            store(gradient + lane, load(values + lane) > 0 ? g : Vector{});
        }
    }
}

void sumRows(Index rows, Index lanes, const float* values, Index row, float* sums) {
    for (Index r = 0; r < rows; ++r, values += row) {
        Vector sum = {};
        for (Index lane = 0; lane < lanes; lane += kWidth) {
            sum += load(values + lane);
        }
        sums[r] = sumOf(sum);
    }
}

// --- batch norm, pool, ReLU ---------------------------------------------------------------------

void moments(const FinishSizes& sizes, const Maps& x, const float* mask, ChannelSums* sums) {
    for (Index channel = 0; channel < sizes.channels; ++channel) {
        for (Index y = 0; y < sizes.height; ++y) {
            Vector first = {};
            Vector second = {};
            for (Index column = 0; column < sizes.width; ++column) {
                for (Index lane = 0; lane < kLanes; lane += kWidth) {
                    const Vector value = load(x.at(channel, y, column) + lane) * load(mask + lane);
                    first += value;
                    second += value * value;
                }
            }
            sums[channel].first += static_cast<double>(sumOf(first));
            sums[channel].second += static_cast<double>(sumOf(second));
        }
    }
}

/// The largest of a window behind norm, and the x that gave it.
struct Largest {
    Vector value;
    Vector x;
};

inline Largest largestOf(const float* corner, const Maps& x, Index pool, Vector scale,
                         Vector shift) {
    Largest largest;
    largest.x = load(corner);
    largest.value = scale * largest.x + shift;
    for (Index i = 1; i < pool * pool; ++i) {
        const Vector candidate = load(corner + i / pool * x.row + i % pool * x.column);
        const Vector value = scale * candidate + shift;
        const VectorMask larger = value > largest.value;
        largest.x = larger ? candidate : largest.x;
        largest.value = larger ? value : largest.value;
    }
    return largest;
}

constexpr ChannelNorm kNoNorm{};

void finish(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm, const Maps& y) {
    for (Index channel = 0; channel < sizes.channels; ++channel) {
        const ChannelNorm& own = norm != nullptr ? norm[channel] : kNoNorm;
        const Vector scale = all(own.scale);
        const Vector shift = all(own.shift);
        for (Index row = 0; row < sizes.height / sizes.pool; ++row) {
            for (Index column = 0; column < sizes.width / sizes.pool; ++column) {
                const float* from = x.at(channel, row * sizes.pool, column * sizes.pool);
                float* to = y.at(channel, row, column);
                for (Index lane = 0; lane < kLanes; lane += kWidth) {
                    const Vector value = largestOf(from + lane, x, sizes.pool, scale, shift).value;
                    store(to + lane, value > 0 ? value : Vector{});
                }
            }
        }
    }
}

void finishSums(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm,
                const Maps& yGradient, ChannelSums* sums) {
    for (Index channel = 0; channel < sizes.channels; ++channel) {
        const ChannelNorm& own = norm[channel];
        for (Index row = 0; row < sizes.height / sizes.pool; ++row) {
            Vector first = {};
            Vector second = {};
            for (Index column = 0; column < sizes.width / sizes.pool; ++column) {
                const float* from = x.at(channel, row * sizes.pool, column * sizes.pool);
                const float* gradient = yGradient.at(channel, row, column);
                for (Index lane = 0; lane < kLanes; lane += kWidth) {
                    const Largest largest =
                        largestOf(from + lane, x, sizes.pool, all(own.scale), all(own.shift));
                    const Vector g = largest.value > 0 ? load(gradient + lane) : Vector{};
                    first += g;
                    second += g * ((largest.x - own.mean) * own.inverse);
                }
            }
            sums[channel].first += static_cast<double>(sumOf(first));
            sums[channel].second += static_cast<double>(sumOf(second));
        }
    }
}

/// The gradient before norm, from that behind it.
template <bool Norm>
inline Vector normBack(Vector x, Vector gradient, const ChannelNorm& norm, Vector mask) {
    if constexpr (!Norm) {
        return gradient;
    }
    const Vector normalised = (x - norm.mean) * norm.inverse;
    return norm.scale * (gradient - norm.gradient - normalised * norm.alignment) * mask;
}

template <bool Norm>
void finishBackMaps(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm,
                    const float* mask, const Maps& yGradient) {
    const Index pool = sizes.pool;
    for (Index channel = 0; channel < sizes.channels; ++channel) {
        const ChannelNorm& own = Norm ? norm[channel] : kNoNorm;
        for (Index row = 0; row < sizes.height / pool; ++row) {
            for (Index column = 0; column < sizes.width / pool; ++column) {
                float* corner = x.at(channel, row * pool, column * pool);
                const float* gradient = yGradient.at(channel, row, column);
                for (Index lane = 0; lane < kLanes; lane += kWidth) {
                    const Largest largest =
                        largestOf(corner + lane, x, pool, all(own.scale), all(own.shift));
                    Vector g = largest.value > 0 ? load(gradient + lane) : Vector{};
                    for (Index i = 0; i < pool * pool; ++i) { // the first of equals has it all
                        float* place = corner + i / pool * x.row + i % pool * x.column + lane;
                        const Vector value = load(place);
                        const VectorMask is = value == largest.x;
                        store(place,
                              normBack<Norm>(value, is ? g : Vector{}, own, load(mask + lane)));
                        g = is ? Vector{} : g;
                    }
                }
            }
        }
        // What the pool leaves over at the lower and right edge.
        for (Index y = 0; y < sizes.height; ++y) {
            const bool pooled = y < sizes.height / pool * pool;
            for (Index column = pooled ? sizes.width / pool * pool : 0; column < sizes.width;
                 ++column) {
                for (Index lane = 0; lane < kLanes; lane += kWidth) {
                    float* place = x.at(channel, y, column) + lane;
                    store(place, normBack<Norm>(load(place), Vector{}, own, load(mask + lane)));
                }
            }
        }
    }
}

void finishBack(const FinishSizes& sizes, const Maps& x, const ChannelNorm* norm, const float* mask,
                const Maps& yGradient) {
    if (norm != nullptr) {
        finishBackMaps<true>(sizes, x, norm, mask, yGradient);
    } else {
        finishBackMaps<false>(sizes, x, norm, mask, yGradient);
    }
}

// --- optimisers ---------------------------------------------------------------------------------

constexpr float kMeanMemory = 0.9F; ///< Adam (Kingma and Ba 2015), as LibTorch has it
constexpr float kSquareMemory = 0.999F;
constexpr float kRmsMemory = 0.99F;
constexpr float kTiny = 1e-8F; ///< keeps a step from dividing by 0

inline float rootOf(float value) {
    return __builtin_sqrtf(value);
}

void sgd(Index count, const UpdateRule& rule, float* weights, const float* gradient, float* first) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float g = gradient[i] + r.weightDecay * weights[i];
        first[i] = r.momentum * first[i] + g;
        weights[i] -= r.rate * first[i];
    }
}

void nesterov(Index count, const UpdateRule& rule, float* weights, const float* gradient,
              float* first) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float g = gradient[i] + r.weightDecay * weights[i];
        first[i] = r.momentum * first[i] + g;
        weights[i] -= r.rate * (g + r.momentum * first[i]);
    }
}

inline float adamStep(const UpdateRule& r, float g, float& first, float& second) {
    first = kMeanMemory * first + (1 - kMeanMemory) * g;
    second = kSquareMemory * second + (1 - kSquareMemory) * g * g;
    const float deviation = rootOf(second / r.correction2) + kTiny;
    return r.rate / r.correction1 * first / deviation;
}

void adam(Index count, const UpdateRule& rule, float* weights, const float* gradient, float* first,
          float* second) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        weights[i] -= adamStep(r, gradient[i] + r.weightDecay * weights[i], first[i], second[i]);
    }
}

void adamW(Index count, const UpdateRule& rule, float* weights, const float* gradient, float* first,
           float* second) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float kept = weights[i] * (1 - r.rate * r.weightDecay);
        weights[i] = kept - adamStep(r, gradient[i], first[i], second[i]);
    }
}

void rmsProp(Index count, const UpdateRule& rule, float* weights, const float* gradient,
             float* first, float* second) {
    const UpdateRule r = rule;
    for (Index i = 0; i < count; ++i) {
        const float g = gradient[i] + r.weightDecay * weights[i];
        second[i] = kRmsMemory * second[i] + (1 - kRmsMemory) * g * g;
        first[i] = r.momentum * first[i] + g / (rootOf(second[i]) + kTiny);
        weights[i] -= r.rate * first[i];
    }
}

} // namespace

} // namespace digitlab::lanes
