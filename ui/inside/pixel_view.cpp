// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/pixel_view.h"

#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace digitlab {

PixelView::PixelView(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
}

void PixelView::setValues(std::vector<float> values, const Shape& shape, ValueRange range,
                          ColorMap map) {
    m_values = std::move(values);
    m_shape = shape;
    m_range = range;
    m_map = map;
    update();
}

void PixelView::clear(const Shape& shape) {
    m_values.clear();
    m_shape = shape;
    update();
}

void PixelView::setOutline(const QRect& cells) {
    if (cells != m_outline) {
        m_outline = cells;
        update();
    }
}

TileGrid PixelView::place() const {
    const int space = std::min(width(), height());
    const int cells = std::max({1, m_shape.width, m_shape.height});
    return {{0, 0}, 1, 1, std::max(1, space / cells) * cells, 0};
}

std::optional<QPoint> PixelView::cellAt(QPointF place) const {
    const double cell = 1.0 * this->place().tile / std::max(1, m_shape.width);
    const QPoint at(static_cast<int>(place.x() / cell), static_cast<int>(place.y() / cell));
    const bool inside = place.x() >= 0 && place.y() >= 0 && at.x() < m_shape.width &&
                        at.y() < m_shape.height && !m_values.empty();
    return inside ? std::optional(at) : std::nullopt;
}

float PixelView::valueAt(QPoint cell) const {
    return m_values[static_cast<std::size_t>(cell.y() * m_shape.width + cell.x())];
}

void PixelView::mouseMoveEvent(QMouseEvent* event) {
    Q_EMIT hovered(cellAt(event->position()));
}

void PixelView::leaveEvent(QEvent*) {
    Q_EMIT hovered({});
}

void PixelView::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    const TileGrid grid = place();
    QPainter painter(this);
    if (m_values.empty()) {
        painter.fillRect(grid.area(), theme.field);
        return;
    }
    painter.drawImage(0, 0,
                      tilePicture(m_values, m_shape, grid, m_range, m_map, devicePixelRatioF()));
    if (!m_outline.isEmpty()) {
        const double cell = 1.0 * grid.tile / m_shape.width;
        const QRectF outline(m_outline.x() * cell, m_outline.y() * cell, m_outline.width() * cell,
                             m_outline.height() * cell);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.second, 2));
        painter.drawRect(outline & QRectF(grid.area()).adjusted(1, 1, -1, -1));
    }
}

} // namespace digitlab
