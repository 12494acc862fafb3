// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/color_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace digitlab {

namespace {

constexpr QRgb kOpaque = 0xff000000;

// Viridis, by Nathaniel Smith, Stéfan van der Walt and Eric Firing for matplotlib (CC0), at twenty
// places from 0 to 1. Its lightness rises evenly, so straight lines between them suffice.
constexpr std::array<QRgb, 20> kViridis = {0x440154, 0x481567, 0x482677, 0x453781, 0x404788,
                                           0x39568c, 0x33638d, 0x2d708e, 0x287d8e, 0x238a8d,
                                           0x1f968b, 0x20a387, 0x29af7f, 0x3cbb75, 0x55c667,
                                           0x73d055, 0x95d840, 0xb8de29, 0xdce319, 0xfde725};
constexpr std::array<QRgb, 2> kGrey = {0x000000, 0xffffff};
// Between two of Okabe and Ito's colours, which colour-blind people can tell apart.
constexpr std::array<QRgb, 3> kDivergingLight = {0x0072b2, 0xf4f4f4, 0xd55e00};
constexpr std::array<QRgb, 3> kDivergingDark = {0x56b4e9, 0x2a2e34, 0xe6762a};

QRgb between(std::span<const QRgb> anchors, double t) {
    const double place = std::clamp(t, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const auto left = std::min(static_cast<std::size_t>(place), anchors.size() - 2);
    const double share = place - static_cast<double>(left);
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a + share * (b - a)));
    };
    const QRgb a = anchors[left];
    const QRgb b = anchors[left + 1];
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

using Table = std::array<QRgb, 256>;

Table tableOf(std::span<const QRgb> anchors) {
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = kOpaque | between(anchors, static_cast<double>(i) / 255.0);
    }
    return table;
}

} // namespace

std::span<const QRgb, 256> colorTable(ColorMap map) {
    static const std::array<Table, 4> tables = {tableOf(kViridis), tableOf(kGrey),
                                                tableOf(kDivergingLight), tableOf(kDivergingDark)};
    return tables[static_cast<std::size_t>(map)];
}

QRgb colorAt(double t, ColorMap map) {
    const double place = t >= 0 ? std::min(t, 1.0) * 255.0 + 0.5 : 0.0; // also where t is no number
    return colorTable(map)[static_cast<std::size_t>(place)];
}

} // namespace digitlab
