// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/tile_grid.h"

#include <algorithm>

namespace digitlab {

TileGrid TileGrid::fit(int count, int tile, int gap, int height) {
    const int rows = std::clamp((height + gap) / (tile + gap), 1, std::max(1, count));
    return {{}, count, std::max(1, (count + rows - 1) / rows), tile, gap};
}

} // namespace digitlab
