// SPDX-License-Identifier: GPL-3.0-or-later
// Batch norm, pool and ReLU. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

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

} // namespace

} // namespace digitlab::lanes
