// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inside/tile_picture.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace digitlab {

/// One map, enlarged without smoothing, as large as fits in whole multiples of its cells. A part of
/// it can be outlined.
class PixelView : public QWidget {
    Q_OBJECT

public:
    explicit PixelView(QWidget* parent = nullptr);

    /// `shape` has one channel.
    void setValues(std::vector<float> values, const Shape& shape, ValueRange range, ColorMap map);
    /// No values are known. `shape` as above.
    void clear(const Shape& shape = {1, 1, 1});
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    /// In cells; empty = nothing is outlined.
    void setOutline(const QRect& cells);
    [[nodiscard]] QRect outline() const { return m_outline; }

    /// The cell at a place of the widget.
    [[nodiscard]] std::optional<QPoint> cellAt(QPointF place) const;
    [[nodiscard]] float valueAt(QPoint cell) const;
    /// Of the picture, which may be a little smaller than the widget.
    [[nodiscard]] int pictureHeight() const { return place().tile; }

Q_SIGNALS:
    void hovered(std::optional<QPoint> cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] TileGrid place() const;

    std::vector<float> m_values;
    Shape m_shape;
    ValueRange m_range;
    ColorMap m_map = ColorMap::Viridis;
    QRect m_outline;
};

} // namespace digitlab
