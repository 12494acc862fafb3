// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "ui/inside/color_map.h"
#include "ui/inside/tile_grid.h"

#include <QImage>

#include <span>

namespace digitlab {

/// The lowest and highest of some numbers.
struct ValueRange {
    float low = 0;
    float high = 0;

    static ValueRange of(std::span<const float> values);
    /// As far below zero as above, so that zero is in the middle.
    [[nodiscard]] ValueRange symmetric() const;
    /// With zero in it, so that "nothing" always has the same colour after a ReLU.
    [[nodiscard]] ValueRange withZero() const;
};

/// Numbers of the given shape as one picture, a tile for each channel, laid out like `grid` at so
/// many device pixels to one pixel. Each number is a square of one colour; gaps are transparent.
QImage tilePicture(std::span<const float> values, const Shape& shape, const TileGrid& grid,
                   ValueRange range, ColorMap map, double ratio);

} // namespace digitlab
