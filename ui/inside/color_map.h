// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <span>

namespace digitlab {

/// How a number becomes a colour.
enum class ColorMap {
    Viridis,        ///< perceptually even, readable for colour-blind people, light and dark
    Grey,           ///< black to white
    DivergingLight, ///< blue, nearly white at one half, vermilion: for signed numbers
    DivergingDark,  ///< the same with a dark middle
};

/// The colour at t, 0 … 1; what is outside counts as the nearer end.
QRgb colorAt(double t, ColorMap map = ColorMap::Viridis);

/// The same for t = 0/255, 1/255 … 1, for whole pictures.
std::span<const QRgb, 256> colorTable(ColorMap map);

} // namespace digitlab
