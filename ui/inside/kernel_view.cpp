// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/kernel_view.h"

#include "ui/inside/color_legend.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace digitlab {

namespace {

constexpr int kSide = 150; ///< all of it is about so large
constexpr int kGap = 3;

} // namespace

KernelView::KernelView(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Kernels"));
}

void KernelView::setKernels(std::vector<float> weights, const Shape& shape) {
    m_weights = std::move(weights);
    m_range = ValueRange::of(m_weights).symmetric();
    if (shape != m_shape) {
        m_shape = shape;
        updateGeometry();
    }
    update();
}

ColorMap KernelView::colorMap() const {
    return Theme::of(palette()).dark ? ColorMap::DivergingDark : ColorMap::DivergingLight;
}

TileGrid KernelView::grid() const {
    const int count = std::max(1, m_shape.channels);
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const int cells = std::max(1, m_shape.width);
    const int cell = std::clamp(((kSide + kGap) / columns - kGap) / cells, 1, 18);
    return {{0, 0}, m_shape.channels, columns, cell * cells, columns > 8 ? 1 : kGap};
}

QSize KernelView::sizeHint() const {
    return grid().size();
}

QString KernelView::describe(QPoint place) const {
    const TileGrid tiles = grid();
    const int channel = tiles.tileAt(place);
    if (channel < 0 || m_weights.empty()) {
        return {};
    }
    const QPoint cell =
        (place - tiles.tileRect(channel).topLeft()) * m_shape.width / std::max(1, tiles.tile);
    const auto index = static_cast<std::size_t>(
        (channel * m_shape.height + std::min(cell.y(), m_shape.height - 1)) * m_shape.width +
        std::min(cell.x(), m_shape.width - 1));
    return tr("for channel %1 of the layer before: %2")
        .arg(channel + 1)
        .arg(shortNumber(m_weights[index]));
}

bool KernelView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), describe(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void KernelView::paintEvent(QPaintEvent*) {
    if (!m_weights.empty()) {
        QPainter painter(this);
        painter.drawImage(
            0, 0,
            tilePicture(m_weights, m_shape, grid(), m_range, colorMap(), devicePixelRatioF()));
    }
}

} // namespace digitlab
