// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QPointF;

namespace digitlab {

/// Paints the little arrow that leads from one thing to the next; it ends at `tip`.
void paintChevron(QPainter& painter, const QPointF& tip, const QColor& color);

} // namespace digitlab
