// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors that all kernels are written in. Part of kernels_body.h.
#pragma once

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

} // namespace

} // namespace digitlab::lanes
