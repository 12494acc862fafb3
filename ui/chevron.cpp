// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chevron.h"

#include <QPainter>
#include <QPainterPath>

namespace digitlab {

void paintChevron(QPainter& painter, const QPointF& tip, const QColor& color) {
    QPainterPath path(tip + QPointF(-4, -4));
    path.lineTo(tip);
    path.lineTo(tip + QPointF(-4, 4));
    painter.strokePath(path, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace digitlab
