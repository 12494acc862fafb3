// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/inside_view.h"

#include "ui/draw/answer.h"
#include "ui/inside/color_legend.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace digitlab {

namespace {

/// Milliseconds: many small pictures need not be as quick as the hand.
constexpr int kRepaintInterval = 50;

/// True where an insight was made by a network with these stages.
bool fits(const Insight& insight, const std::vector<FlowStage>& flow) {
    if (flow.size() != insight.activations.size() + 1) {
        return false;
    }
    for (std::size_t i = 0; i < insight.activations.size(); ++i) {
        const Activation& activation = insight.activations[i];
        if (activation.shape != flow[i + 1].shape ||
            activation.values.size() != static_cast<std::size_t>(activation.shape.size())) {
            return false;
        }
    }
    return true;
}

} // namespace

InsideView::InsideView(QWidget* parent)
    : QWidget(parent)
    , m_repaint(kRepaintInterval, [this] {
        m_pictures.clear();
        update();
    }) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(200);
    setAccessibleName(tr("Look inside the network"));
    setAccessibleDescription(
        tr("The maps of each layer. The arrow keys move from map to map, Enter enlarges one."));
}

InsideView::~InsideView() = default;

QSize InsideView::sizeHint() const {
    return {822, 300};
}

// ---------------------------------------------------------------------------------- the values

void InsideView::setModel(const std::shared_ptr<const Model>& model) {
    if (model && !m_flow.empty() && model->config.network == m_network) {
        return; // other weights alone change nothing here
    }
    m_network = model ? model->config.network : NetworkSpec{};
    m_flow = model ? flowOf(layersOf(m_network)) : std::vector<FlowStage>{};
    m_insight.reset();
    m_hovered.reset();
    m_current.reset();
    m_selected.reset();
    layOut();
}

void InsideView::showInsight(const DigitImage& image,
                             const std::shared_ptr<const Insight>& insight) {
    m_image = image;
    m_insight = insight && fits(*insight, m_flow) ? insight : nullptr;
    m_repaint.request();
}

void InsideView::showNothing() {
    showInsight({}, nullptr);
}

std::span<const float> InsideView::valuesOf(std::size_t stage) const {
    return m_insight->activations[stage - 1].values;
}

void InsideView::makePictures() {
    m_pictures.resize(m_flow.size());
    const double ratio = devicePixelRatioF();
    std::vector<float> input(m_image.begin(), m_image.end());
    for (std::size_t i = 0; i < m_flow.size(); ++i) {
        const FlowStage& stage = m_flow[i];
        const TileGrid& tiles = m_layout.columns[i].tiles;
        Picture& picture = m_pictures[i];
        if (stage.kind == FlowStage::Kind::Input) {
            picture.range = {0, 255};
            picture.image =
                tilePicture(input, stage.shape, tiles, picture.range, ColorMap::Grey, ratio);
        } else if (stage.kind != FlowStage::Kind::Answer) {
            picture.range = ValueRange::of(valuesOf(i)).withZero();
            picture.image = tilePicture(valuesOf(i), stage.shape, tiles, picture.range,
                                        ColorMap::Viridis, ratio);
        }
    }
}

// ----------------------------------------------------------------------------------- the place

QFont InsideView::headingFont() const {
    QFont heading = smallFont(*this);
    heading.setWeight(QFont::DemiBold);
    return heading;
}

void InsideView::layOut() {
    m_layout = layOutFlow(m_flow, size(), headingFont());
    setMinimumWidth(m_flow.empty() ? 0 : smallestFlowWidth(m_flow, height(), headingFont()));
    m_pictures.clear();
    update();
}

void InsideView::resizeEvent(QResizeEvent*) {
    layOut();
}

std::optional<std::size_t> InsideView::stageOf(std::size_t shown) const {
    const std::size_t stage = shown + 1;
    return stage < m_flow.size() && m_flow[stage].kind == FlowStage::Kind::Maps
               ? std::optional(stage)
               : std::nullopt;
}

QRect InsideView::mapRect(MapId map) const {
    const auto stage = stageOf(map.shown);
    return stage ? m_layout.columns[*stage].tiles.tileRect(map.channel) : QRect();
}

std::optional<MapId> InsideView::mapAt(QPoint place) const {
    for (std::size_t i = 0; i < m_flow.size(); ++i) {
        const int tile = m_layout.columns[i].tiles.tileAt(place);
        if (tile >= 0 && m_flow[i].kind == FlowStage::Kind::Maps) {
            return MapId{m_flow[i].shown, tile};
        }
    }
    return std::nullopt;
}

QString InsideView::describeMap(MapId map) const {
    const std::size_t stage = map.shown + 1;
    const QString name = tr("%1, channel %2 of %3")
                             .arg(m_flow[stage].name)
                             .arg(map.channel + 1)
                             .arg(m_flow[stage].shape.channels);
    if (!m_insight) {
        return name;
    }
    const auto size = static_cast<std::size_t>(m_flow[stage].shape.height) *
                      static_cast<std::size_t>(m_flow[stage].shape.width);
    const ValueRange own =
        ValueRange::of(valuesOf(stage).subspan(static_cast<std::size_t>(map.channel) * size, size));
    const ValueRange layer = ValueRange::of(valuesOf(stage)).withZero();
    return name + u'\n' +
           tr("from %1 to %2; colours from %3 to %4, as in the whole layer")
               .arg(shortNumber(own.low), shortNumber(own.high), shortNumber(layer.low),
                    shortNumber(layer.high));
}

QString InsideView::describe(QPoint place) const {
    if (const auto map = mapAt(place)) {
        return describeMap(*map);
    }
    for (std::size_t i = 0; i < m_flow.size(); ++i) {
        const int unit = m_layout.columns[i].tiles.tileAt(place);
        if (unit >= 0 && m_flow[i].kind == FlowStage::Kind::Units) {
            const QString name = tr("%1, unit %2 of %3")
                                     .arg(m_flow[i].name)
                                     .arg(unit + 1)
                                     .arg(m_flow[i].shape.channels);
            return m_insight ? tr("%1: %2").arg(
                                   name, shortNumber(valuesOf(i)[static_cast<std::size_t>(unit)]))
                             : name;
        }
        if (m_layout.columns[i].heading.contains(place)) {
            return m_flow[i].heading;
        }
    }
    return {};
}

// -------------------------------------------------------------------------- the mouse and the keys

bool InsideView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), describe(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        layOut();
    }
    return QWidget::event(event);
}

void InsideView::setHovered(std::optional<MapId> map) {
    if (map != m_hovered) {
        m_hovered = map;
        setCursor(map ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

void InsideView::mouseMoveEvent(QMouseEvent* event) {
    setHovered(mapAt(event->position().toPoint()));
}

void InsideView::leaveEvent(QEvent*) {
    setHovered({});
}

void InsideView::mousePressEvent(QMouseEvent* event) {
    const auto map = mapAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && map) {
        m_current = map;
        update();
        Q_EMIT mapActivated(map->shown, map->channel);
    }
}

void InsideView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current) {
            Q_EMIT mapActivated(m_current->shown, m_current->channel);
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveCurrent(event->key());
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void InsideView::focusInEvent(QFocusEvent* event) {
    if (!m_current && event->reason() != Qt::MouseFocusReason) {
        stepStage(1); // or nobody would see where the keys are
    }
    QWidget::focusInEvent(event);
}

/// What a scroll area brings into view when this gets the focus.
QVariant InsideView::inputMethodQuery(Qt::InputMethodQuery query) const {
    return query == Qt::ImCursorRectangle && m_current ? mapRect(*m_current)
                                                       : QWidget::inputMethodQuery(query);
}

void InsideView::moveCurrent(int key) {
    if (!m_current) {
        stepStage(1);
    } else {
        const TileGrid& tiles = m_layout.columns[m_current->shown + 1].tiles;
        const int column = m_current->channel % tiles.columns;
        const int step = key == Qt::Key_Up     ? -tiles.columns
                         : key == Qt::Key_Down ? tiles.columns
                         : key == Qt::Key_Left ? -1
                                               : 1;
        const int next = m_current->channel + step;
        if (key == Qt::Key_Left && column == 0) {
            stepStage(-1);
        } else if (key == Qt::Key_Right && (column == tiles.columns - 1 || next == tiles.count)) {
            stepStage(1);
        } else if (next >= 0 && next < tiles.count) {
            m_current->channel = next;
        }
    }
    if (m_current) {
        setAccessibleDescription(describeMap(*m_current));
        update();
    }
}

/// To the next stage with maps in a direction, in the same row.
void InsideView::stepStage(int direction) {
    const std::size_t from = m_current ? m_current->shown + 1 : 0;
    for (std::size_t i = from + static_cast<std::size_t>(direction); i < m_flow.size();
         i += static_cast<std::size_t>(direction)) {
        if (m_flow[i].kind == FlowStage::Kind::Maps) {
            const TileGrid& to = m_layout.columns[i].tiles;
            const int row =
                m_current ? m_current->channel / m_layout.columns[from].tiles.columns : 0;
            const int tile = row * to.columns + (direction < 0 ? to.columns - 1 : 0);
            m_current = MapId{m_flow[i].shown, std::min(tile, to.count - 1)};
            return;
        }
    }
}

void InsideView::setSelectedMap(std::optional<MapId> map) {
    m_selected = map && stageOf(map->shown) ? map : std::nullopt;
    if (m_selected) {
        m_current = m_selected;
    }
    update();
}

} // namespace digitlab
