// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix products. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

/// How the products below load and multiply; others than these are made of pairs.
struct FloatProduct {
    using Factors = Strided;
    using Number = float;

    static Vector load(const float* from) { return lanes::load(from); }
    static Vector all(float value) { return lanes::all(value); }
    static Vector add(Vector sum, Vector a, Vector b) { return sum + a * b; }
};

/// Rows × Vectors sums at once, each over the whole inner dimension.
template <class Product, int Rows, int Vectors>
void multiplyTile(Index inner, const typename Product::Factors& a,
                  const typename Product::Number* b, Index bRow, float* out, Index outRow) {
    Vector sums[Rows][Vectors] = {};
    const typename Product::Number* factors[Rows];
    for (int r = 0; r < Rows; ++r) {
        factors[r] = a.data + r * a.row;
    }
    for (Index k = 0; k < inner; ++k, b += bRow) {
        Vector values[Vectors];
        for (int v = 0; v < Vectors; ++v) {
            values[v] = Product::load(b + v * kWidth);
        }
        for (int r = 0; r < Rows; ++r) {
            const Vector factor = Product::all(factors[r][k * a.column]);
            for (int v = 0; v < Vectors; ++v) {
                sums[r][v] = Product::add(sums[r][v], factor, values[v]);
            }
        }
    }
    for (int r = 0; r < Rows; ++r) {
        for (int v = 0; v < Vectors; ++v) {
            store(out + r * outRow + v * kWidth, sums[r][v]);
        }
    }
}

template <class Product, int Rows, int Vectors>
void multiplyLastRows(Index rows, Index inner, const typename Product::Factors& a,
                      const typename Product::Number* b, Index bRow, float* out, Index outRow) {
    if constexpr (Rows > 0) {
        if (rows == Rows) {
            multiplyTile<Product, Rows, Vectors>(inner, a, b, bRow, out, outRow);
        } else {
            multiplyLastRows<Product, Rows - 1, Vectors>(rows, inner, a, b, bRow, out, outRow);
        }
    }
}

template <class Product, int Vectors>
void multiplyRows(Index rows, Index inner, const typename Product::Factors& a,
                  const typename Product::Number* b, Index bRow, float* out, Index outRow) {
    Index row = 0;
    for (; row + kTileRows <= rows; row += kTileRows) {
        const typename Product::Factors part{a.data + row * a.row, a.row, a.column};
        multiplyTile<Product, kTileRows, Vectors>(inner, part, b, bRow, out + row * outRow, outRow);
    }
    const typename Product::Factors part{a.data + row * a.row, a.row, a.column};
    multiplyLastRows<Product, kTileRows - 1, Vectors>(rows - row, inner, part, b, bRow,
                                                      out + row * outRow, outRow);
}

template <class Product>
void multiplyAll(Index rows, Index inner, Index columns, const typename Product::Factors& a,
                 const typename Product::Number* b, Index bRow, float* out, Index outRow) {
    constexpr Index kColumns = 4 * kWidth;
    Index column = 0;
    for (; column + kColumns <= columns; column += kColumns) {
        multiplyRows<Product, 4>(rows, inner, a, b + column, bRow, out + column, outRow);
    }
    for (; column < columns; column += kWidth) {
        multiplyRows<Product, 1>(rows, inner, a, b + column, bRow, out + column, outRow);
    }
}

inline void multiply(Index rows, Index inner, Index columns, const Strided& a, const float* b,
                     Index bRow, float* out, Index outRow) {
    multiplyAll<FloatProduct>(rows, inner, columns, a, b, bRow, out, outRow);
}

/// Rows products with the same vector at once.
template <int Rows>
void multiplyVectorRows(Index inner, const float* a, const float* x, float* to) {
    Vector sums[Rows] = {};
    Index k = 0;
    for (; k + kWidth <= inner; k += kWidth) {
        const Vector factor = load(x + k);
        for (int r = 0; r < Rows; ++r) {
            sums[r] += load(a + r * inner + k) * factor;
        }
    }
    for (int r = 0; r < Rows; ++r) {
        float sum = sumOf(sums[r]);
        for (Index last = k; last < inner; ++last) {
            sum += a[r * inner + last] * x[last];
        }
        to[r] = sum;
    }
}

inline void multiplyVector(Index rows, Index inner, const float* a, const float* x, float* to) {
    constexpr int kRows = 8; // enough sums to hide how long one takes
    Index row = 0;
    for (; row + kRows <= rows; row += kRows) {
        multiplyVectorRows<kRows>(inner, a + row * inner, x, to + row);
    }
    for (; row < rows; ++row) {
        multiplyVectorRows<1>(inner, a + row * inner, x, to + row);
    }
}

} // namespace

} // namespace digitlab::lanes
