// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inside/flow.h"
#include "ui/inside/tile_grid.h"

#include <QFont>
#include <QSize>

namespace digitlab {

/// Where a stage of the flow is on the screen.
struct FlowColumn {
    QRect heading; ///< one line of text
    QRect shape;   ///< one line of text below
    QRect content; ///< what is shown of the stage
    TileGrid tiles;
};

/// Where all stages are.
struct FlowLayout {
    std::vector<FlowColumn> columns; ///< one for each stage
    int width = 0;                   ///< that all of it needs, margins included
    bool shortHeadings = false;
};

/// Lays the flow out in a space: tiles as large as fit, the same in all columns, headings shortened
/// where space is scarce. Where even the smallest tiles do not fit, it is wider than the space.
FlowLayout layOutFlow(const std::vector<FlowStage>& flow, QSize space, const QFont& headingFont);

/// The width that the flow needs at this height, with the smallest tiles.
int smallestFlowWidth(const std::vector<FlowStage>& flow, int height, const QFont& headingFont);

} // namespace digitlab
