// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QRectF>

class QPainter;

namespace digitlab {

/// Paints with the painter's pen what of a stroke lies in an area; both are in the painter's units.
void paintStroke(QPainter& painter, const Stroke& stroke, const QRectF& area);

} // namespace digitlab
