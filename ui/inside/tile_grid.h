// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace digitlab {

/// Equal squares in rows, from left to right and from top to bottom.
struct TileGrid {
    QPoint origin;
    int count = 0;
    int columns = 1;
    int tile = 0; ///< side of one
    int gap = 0;

    [[nodiscard]] int rows() const { return (count + columns - 1) / columns; }
    [[nodiscard]] QSize size() const {
        return {columns * (tile + gap) - gap, rows() * (tile + gap) - gap};
    }
    [[nodiscard]] QRect area() const { return {origin, size()}; }
    [[nodiscard]] QRect tileRect(int index) const {
        return {origin.x() + index % columns * (tile + gap),
                origin.y() + index / columns * (tile + gap), tile, tile};
    }
    /// The tile at a place; -1 where there is none.
    [[nodiscard]] int tileAt(QPoint place) const {
        if (!area().contains(place)) {
            return -1;
        }
        const QPoint inside = place - origin;
        const int index = inside.y() / (tile + gap) * columns + inside.x() / (tile + gap);
        return index < count && tileRect(index).contains(place) ? index : -1;
    }

    /// So many tiles of this side in at most `height` pixels, in as few columns as possible, these
    /// equally long.
    static TileGrid fit(int count, int tile, int gap, int height);
};

} // namespace digitlab
