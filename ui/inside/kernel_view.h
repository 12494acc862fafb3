// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inside/tile_picture.h"

#include <QWidget>

#include <vector>

namespace digitlab {

/// The kernels that make one map, one for each channel of the layer before, in signed colours that
/// are symmetric about zero.
class KernelView : public QWidget {
    Q_OBJECT

public:
    explicit KernelView(QWidget* parent = nullptr);

    /// `shape`: channels of the layer before × height × width of a kernel.
    void setKernels(std::vector<float> weights, const Shape& shape);
    [[nodiscard]] ValueRange range() const { return m_range; }
    [[nodiscard]] ColorMap colorMap() const;
    [[nodiscard]] const std::vector<float>& weights() const { return m_weights; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] TileGrid grid() const;
    [[nodiscard]] QString describe(QPoint place) const;

    std::vector<float> m_weights;
    Shape m_shape;
    ValueRange m_range;
};

} // namespace digitlab
