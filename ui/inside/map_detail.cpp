// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/map_detail.h"

#include "ui/inside/color_legend.h"
#include "ui/inside/flow.h"
#include "ui/inside/inside_view.h"
#include "ui/inside/kernel_view.h"
#include "ui/inside/pixel_view.h"
#include "ui/inside/receptive_field.h"
#include "ui/own_keys.h"

#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <span>

namespace digitlab {

namespace {

std::size_t cellsOf(const Shape& shape) {
    return static_cast<std::size_t>(shape.height) * static_cast<std::size_t>(shape.width);
}

/// The n-th of equal parts of some numbers.
std::vector<float> part(std::span<const float> values, int index, std::size_t size) {
    const auto found = values.subspan(static_cast<std::size_t>(index) * size, size);
    return {found.begin(), found.end()};
}

} // namespace

// ---------------------------------------------------------------------------------- the values

void MapDetail::setModel(const std::shared_ptr<const Model>& model) {
    m_model = model;
    m_layers = model ? layersOf(model->config.network) : std::vector<Layer>{};
    m_flow = model ? flowOf(m_layers) : std::vector<FlowStage>{};
    if (isVisible()) {
        showMap(m_shown, m_channel);
    }
}

void MapDetail::showInsight(const DigitImage& image,
                            const std::shared_ptr<const Insight>& insight) {
    m_image = image;
    m_insight = insight;
    if (isVisible()) {
        refreshMap();
    }
}

void MapDetail::showNothing() {
    showInsight({}, nullptr);
}

bool MapDetail::hasMap(std::size_t shown, int channel) const {
    return shown + 1 < m_flow.size() && m_flow[shown + 1].kind == FlowStage::Kind::Maps &&
           channel >= 0 && channel < m_flow[shown + 1].shape.channels;
}

void MapDetail::showMap(std::size_t shown, int channel) {
    if (!hasMap(shown, channel)) {
        hide();
        return;
    }
    if (shown != m_shown || channel != m_channel) {
        m_cell.reset();
    }
    m_shown = shown;
    m_channel = channel;
    m_view->setSelectedMap(MapId{shown, channel});
    refreshTitle();
    refreshKernels();
    const bool opens = !isVisible();
    place();
    show();
    raise();
    refreshMap();
    if (opens) {
        setFocus();
    }
}

void MapDetail::step(int direction) {
    const int channels = m_flow[m_shown + 1].shape.channels;
    showMap(m_shown, (m_channel + direction + channels) % channels);
}

void MapDetail::refreshTitle() {
    const FlowStage& stage = m_flow[m_shown + 1];
    m_title->setText(tr("<b>%1</b>, channel %2 of %3")
                         .arg(stage.name)
                         .arg(m_channel + 1)
                         .arg(stage.shape.channels));
    setAccessibleDescription(
        tr("%1, channel %2 of %3").arg(stage.name).arg(m_channel + 1).arg(stage.shape.channels));
}

void MapDetail::refreshMap() {
    const FlowStage& stage = m_flow[m_shown + 1];
    const Shape shape{1, stage.shape.height, stage.shape.width};
    const QString size = QStringLiteral("%1×%2").arg(shape.height).arg(shape.width);
    const Activation* activation = m_insight && m_shown < m_insight->activations.size()
                                       ? &m_insight->activations[m_shown]
                                       : nullptr;
    if (!activation || activation->shape != stage.shape ||
        activation->values.size() != static_cast<std::size_t>(stage.shape.size())) {
        m_shape->setText(stage.heading + QStringLiteral(" · ") + size);
        m_input->clear();
        m_map->clear(shape);
        m_mapLegend->hide();
        setHoveredCell({});
        return;
    }
    const std::vector<float> values = part(activation->values, m_channel, cellsOf(shape));
    const ValueRange own = ValueRange::of(values);
    const ValueRange layer = ValueRange::of(activation->values).withZero();
    m_shape->setText(stage.heading + QStringLiteral(" · ") + size + QStringLiteral(" · ") +
                     tr("from %1 to %2").arg(shortNumber(own.low), shortNumber(own.high)));
    m_map->setValues(values, shape, layer, ColorMap::Viridis);
    m_mapLegend->setRange(layer, ColorMap::Viridis);
    m_mapLegend->setFixedHeight(m_map->pictureHeight());
    m_mapLegend->show();
    m_input->setValues({m_image.begin(), m_image.end()}, {1, kDigitSide, kDigitSide}, {0, 255},
                       ColorMap::Grey);
    showCell();
}

void MapDetail::refreshKernels() {
    const Layer* conv = convolution();
    const Tensor* weight = conv ? tensor(conv->name + ".weight") : nullptr;
    const Tensor* bias = conv ? tensor(conv->name + ".bias") : nullptr;
    m_kernels->setVisible(weight != nullptr);
    m_kernelLegend->setVisible(weight != nullptr);
    if (!conv) {
        m_kernelTitle->setText(tr("no kernel"));
        m_kernelText->setText(
            tr("Pooling learns nothing: it keeps the highest value of each %1×%1 square.")
                .arg(m_layers[lastLayer()].kernel));
        return;
    }
    m_kernelTitle->setText(conv->in.channels == 1
                               ? tr("kernel %1×%1").arg(conv->kernel)
                               : tr("%1 kernels %2×%2").arg(conv->in.channels).arg(conv->kernel));
    QString text =
        conv->in.channels == 1 ? QString() : tr("One for each channel of the layer before.");
    if (weight) {
        const Shape shape{conv->in.channels, conv->kernel, conv->kernel};
        m_kernels->setKernels(
            part(weight->values, m_channel, static_cast<std::size_t>(shape.size())), shape);
        m_kernelLegend->setRange(m_kernels->range(), m_kernels->colorMap());
    }
    if (bias) {
        text = tr("bias %1").arg(shortNumber(bias->values[static_cast<std::size_t>(m_channel)])) +
               (text.isEmpty() ? QString() : QStringLiteral("\n") + text);
    }
    m_kernelText->setText(text);
}

const Layer* MapDetail::convolution() const {
    const std::vector<std::size_t> shown = shownLayers(m_layers);
    const std::size_t first = m_shown == 0 ? 0 : shown[m_shown - 1] + 1;
    for (std::size_t i = first; i <= shown[m_shown]; ++i) {
        if (m_layers[i].kind == LayerKind::Conv) {
            return &m_layers[i];
        }
    }
    return nullptr;
}

std::size_t MapDetail::lastLayer() const {
    return shownLayers(m_layers)[m_shown];
}

const Tensor* MapDetail::tensor(const std::string& name) const {
    const auto found = std::find_if(m_model->tensors.begin(), m_model->tensors.end(),
                                    [&](const Tensor& t) { return t.shape.name == name; });
    return found != m_model->tensors.end() &&
                   found->values.size() == static_cast<std::size_t>(found->shape.count())
               ? &*found
               : nullptr;
}

// ------------------------------------------------------------------------- the mouse and the keys

void MapDetail::setHoveredCell(std::optional<QPoint> cell) {
    m_cell = cell;
    showCell();
}

void MapDetail::showCell() {
    const bool known = m_cell && !m_map->isEmpty();
    m_map->setOutline(known ? QRect(*m_cell, QSize(1, 1)) : QRect());
    m_input->setOutline(known ? receptiveField(m_layers, lastLayer(), *m_cell) : QRect());
    m_cellText->setText(known ? tr("row %1, column %2:\n%3")
                                    .arg(m_cell->y() + 1)
                                    .arg(m_cell->x() + 1)
                                    .arg(shortNumber(m_map->valueAt(*m_cell)))
                        : m_map->isEmpty()
                            ? tr("Draw a digit to see its map.")
                            : tr("Point at a cell of the map to see where it looks."));
}

bool MapDetail::event(QEvent* event) {
    if (claimsKey(event, {Qt::Key_Escape, Qt::Key_Left, Qt::Key_Right})) {
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        return true; // or the flow would tell about the map that lies behind
    }
    if (event->type() == QEvent::PaletteChange && isVisible()) {
        m_kernelLegend->setRange(m_kernels->range(), m_kernels->colorMap());
    }
    return QWidget::event(event);
}

void MapDetail::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else if (event->key() == Qt::Key_Left) {
        step(-1);
    } else if (event->key() == Qt::Key_Right) {
        step(1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool MapDetail::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void MapDetail::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (isHidden()) { // closed, and not hidden with the window
        m_view->setSelectedMap({});
        m_view->setFocus();
    }
}

} // namespace digitlab
