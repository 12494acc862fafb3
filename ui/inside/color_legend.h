// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inside/tile_picture.h"

#include <QWidget>

namespace digitlab {

/// What the colours stand for: an upright bar with its numbers, the highest on top.
class ColorLegend : public QWidget {
    Q_OBJECT

public:
    explicit ColorLegend(QWidget* parent = nullptr);

    void setRange(ValueRange range, ColorMap map);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ValueRange m_range;
    ColorMap m_map = ColorMap::Viridis;
};

/// A number in a legend or a label: three digits, as the locale writes them.
QString shortNumber(float value);

} // namespace digitlab
