// SPDX-License-Identifier: GPL-3.0-or-later
// Transposes. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

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

inline void transpose(Index rows, Index columns, const float* from, Index fromRow, float* to,
                      Index toRow) {
    for (Index row = 0; row < rows; row += kWidth) {
        for (Index column = 0; column < columns; column += kWidth) {
            transposeTile(from + row * fromRow + column, fromRow, to + column * toRow + row, toRow);
        }
    }
}

} // namespace

} // namespace digitlab::lanes
