// SPDX-License-Identifier: GPL-3.0-or-later
//
// Matrix products with the instructions avx512_bf16. As in kernels_body.h, nothing may come from a
// header with inline functions that the linker could share; intrinsics are always inlined.
#include "core/engine/lanes/kernels_matrix_product.h"
#include "core/engine/lanes/kernels_transpose.h"
#include "core/engine/lanes/pair_kernels.h"

#include <immintrin.h>

namespace digitlab::lanes {

namespace {

/// The first `count` of a vector's numbers.
inline __mmask16 firstOf(Index count) {
    return static_cast<__mmask16>(count < kWidth ? (1U << count) - 1U : 0xFFFFU);
}

inline __m512 loadFirst(const float* from, Index count) {
    return _mm512_maskz_loadu_ps(firstOf(count), from);
}

/// Both vectors rounded to bfloat16, one behind the other.
inline __m512i rounded(__m512 first, __m512 second) {
    return (__m512i)_mm512_cvtne2ps_pbh(second, first);
}

/// Takes by turns a half-word of the first and of the second half of a vector.
inline __m512i alternate() {
    alignas(64) unsigned short places[2 * kWidth];
    for (int i = 0; i < kWidth; ++i) {
        places[2 * i] = static_cast<unsigned short>(i);
        places[2 * i + 1] = static_cast<unsigned short>(i + kWidth);
    }
    return _mm512_load_si512(places);
}

void pairRows(Index rows, Index columns, const float* from, Index fromRow, Pair* to, Index toRow) {
    const __m512i places = alternate();
    for (Index row = 0; row < rows; row += 2, from += 2 * fromRow, to += toRow) {
        const bool isLast = row + 1 == rows;
        for (Index column = 0; column < columns; column += kWidth) {
            const Index count = columns - column;
            const __m512 first = loadFirst(from + column, count);
            const __m512 second =
                isLast ? _mm512_setzero_ps() : loadFirst(from + fromRow + column, count);
            _mm512_mask_storeu_epi32(to + column, firstOf(count),
                                     _mm512_permutexvar_epi16(places, rounded(first, second)));
        }
    }
}

void pairColumns(Index rows, Index columns, const float* from, Index fromRow, Pair* to,
                 Index toRow) {
    for (Index row = 0; row < rows; ++row, from += fromRow, to += toRow) {
        for (Index column = 0; column < columns; column += 2 * kWidth) {
            const Index count = columns - column;
            const __m512 first = loadFirst(from + column, count);
            const __m512 second = count > kWidth ? loadFirst(from + column + kWidth, count - kWidth)
                                                 : _mm512_setzero_ps();
            _mm512_mask_storeu_epi32(to + column / 2, firstOf((count + 1) / 2),
                                     rounded(first, second));
        }
    }
}

/// Moves bits, whatever they mean.
void transposePairs(Index rows, Index columns, const Pair* from, Index fromRow, Pair* to,
                    Index toRow) {
    transpose(rows, columns, reinterpret_cast<const float*>(from), fromRow,
              reinterpret_cast<float*>(to), toRow);
}

struct PairProduct {
    using Factors = StridedPairs;
    using Number = Pair;

    static Vector load(const Pair* from) { return (Vector)_mm512_loadu_si512(from); }
    static Vector all(Pair pair) { return (Vector)_mm512_set1_epi32(static_cast<int>(pair)); }
    static Vector add(Vector sum, Vector a, Vector b) {
        return _mm512_dpbf16_ps(sum, (__m512bh)a, (__m512bh)b);
    }
};

void multiplyPairs(Index rows, Index inner, Index columns, const StridedPairs& a, const Pair* b,
                   Index bRow, float* out, Index outRow) {
    multiplyAll<PairProduct>(rows, inner, columns, a, b, bRow, out, outRow);
}

} // namespace

extern const PairKernels kAvx512Bf16;
const PairKernels kAvx512Bf16 = {"avx512_bf16", pairRows, pairColumns, transposePairs,
                                 multiplyPairs};

} // namespace digitlab::lanes
