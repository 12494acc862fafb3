// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace digitlab::lanes {

/// Two neighbours along the inner dimension of a matrix product, as bfloat16: the first in the low
/// half. The processor multiplies both with those of another pair and adds them up at once.
using Pair = std::uint32_t;

/// A matrix whose pairs lie anyhow: so many pairs from one row or column to the next.
struct StridedPairs {
    const Pair* data = nullptr;
    std::ptrdiff_t row = 0;
    std::ptrdiff_t column = 0;
};

/// The inner loops of matrix products in bfloat16, for processors that have such instructions.
/// Numbers are rounded to the nearest bfloat16, to the even one of two; sums are float32.
struct PairKernels {
    const char* name = "";

    /// to (⌈rows/2⌉×columns) = numbers below each other of from (rows×columns). Where there is no
    /// second one, it is 0.
    void (*pairRows)(std::ptrdiff_t rows, std::ptrdiff_t columns, const float* from,
                     std::ptrdiff_t fromRow, Pair* to, std::ptrdiff_t toRow);

    /// to (rows×⌈columns/2⌉) = numbers beside each other of from (rows×columns), in the same way.
    void (*pairColumns)(std::ptrdiff_t rows, std::ptrdiff_t columns, const float* from,
                        std::ptrdiff_t fromRow, Pair* to, std::ptrdiff_t toRow);

    /// to (columns×rows) = the transpose of from (rows×columns); both multiples of kLanes.
    void (*transpose)(std::ptrdiff_t rows, std::ptrdiff_t columns, const Pair* from,
                      std::ptrdiff_t fromRow, Pair* to, std::ptrdiff_t toRow);

    /// out (rows×columns) = a (rows × inner pairs) × b (inner pairs × columns). Rows of b and out
    /// are `bRow` pairs and `outRow` floats apart; the columns must be a multiple of kLanes.
    void (*multiply)(std::ptrdiff_t rows, std::ptrdiff_t inner, std::ptrdiff_t columns,
                     const StridedPairs& a, const Pair* b, std::ptrdiff_t bRow, float* out,
                     std::ptrdiff_t outRow);
};

} // namespace digitlab::lanes
