// SPDX-License-Identifier: GPL-3.0-or-later
// What dense layers need beside products. Part of kernels_body.h.
#pragma once

#include "core/engine/lanes/kernels_vector.h"

namespace digitlab::lanes {

namespace {

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

void addRows(Index rows, Index lanes, const float* from, float* to, Index row) {
    for (Index r = 0; r < rows; ++r, from += row, to += row) {
        for (Index lane = 0; lane < lanes; lane += kWidth) {
            store(to + lane, load(to + lane) + load(from + lane));
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

} // namespace

} // namespace digitlab::lanes
