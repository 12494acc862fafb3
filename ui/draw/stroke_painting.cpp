// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/stroke_painting.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace digitlab {

namespace {

/// A smooth line: quadratic curves that meet half-way between two points, each point steering one.
/// Curves that a pen of this width does not bring into the area are left out, so that a long stroke
/// costs no more than a short one where little of it is painted.
QPainterPath smoothPath(const Stroke& stroke, double pen, const QRectF& area) {
    const QRectF reached = area.adjusted(-pen, -pen, pen, pen);
    const auto at = [&stroke](std::size_t i) { return QPointF(stroke[i].x, stroke[i].y); };
    QPainterPath path;
    QPointF from = at(0);
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const bool isLast = i + 1 == stroke.size();
        const QPointF to = isLast ? at(i) : (at(i) + at(i + 1)) / 2;
        // A curve lies between its ends and the point that steers it.
        const auto [left, right] = std::minmax({from.x(), at(i).x(), to.x()});
        const auto [top, bottom] = std::minmax({from.y(), at(i).y(), to.y()});
        if (left <= reached.right() && right >= reached.left() && top <= reached.bottom() &&
            bottom >= reached.top()) {
            if (path.isEmpty() || path.currentPosition() != from) {
                path.moveTo(from);
            }
            if (isLast) {
                path.lineTo(to);
            } else {
                path.quadTo(at(i), to);
            }
        }
        from = to;
    }
    return path;
}

} // namespace

void paintStroke(QPainter& painter, const Stroke& stroke, const QRectF& area) {
    if (stroke.size() == 1) {
        painter.drawPoint(QPointF(stroke[0].x, stroke[0].y));
    } else if (!stroke.empty()) {
        painter.drawPath(smoothPath(stroke, painter.pen().widthF(), area));
    }
}

} // namespace digitlab
