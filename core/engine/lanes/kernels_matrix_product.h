// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix products. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

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

} // namespace

} // namespace digitlab::lanes
