// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "ui/inside/flow_layout.h"
#include "ui/inside/tile_picture.h"
#include "ui/pace.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace digitlab {

/// Which map: of the n-th of shownLayers(), the channel.
struct MapId {
    std::size_t shown = 0;
    int channel = 0;
    bool operator==(const MapId&) const = default;
};

/// What each layer makes of the ink, from the input to the answer: every channel of every
/// convolution and pooling as a map, the dense layers as cells. The colours of a layer run from its
/// lowest value (at most 0) to its highest, so that its maps can be compared with each other.
class InsideView : public QWidget {
    Q_OBJECT

public:
    explicit InsideView(QWidget* parent = nullptr);
    ~InsideView() override;

    /// The network whose layers are shown; null = none yet.
    void setModel(const std::shared_ptr<const Model>& model);
    /// What it made of an image. Values that do not fit the model's layers are not shown.
    void showInsight(const DigitImage& image, const std::shared_ptr<const Insight>& insight);
    void showNothing();

    /// The map that is enlarged elsewhere; it gets an outline.
    void setSelectedMap(std::optional<MapId> map);
    /// Where a map is, in this widget; empty where there is no such map.
    [[nodiscard]] QRect mapRect(MapId map) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void mapActivated(std::size_t shown, int channel);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

private:
    /// A stage's values as they are shown.
    struct Picture {
        QImage image;
        ValueRange range;
    };

    void layOut();
    void makePictures();
    void paintStage(QPainter& painter, std::size_t stage);
    void paintTiles(QPainter& painter, std::size_t stage);
    void paintAnswer(QPainter& painter, const QRect& area);
    void paintOutline(QPainter& painter, const QRect& tile, const QColor& color, double width);

    [[nodiscard]] std::optional<MapId> mapAt(QPoint place) const;
    [[nodiscard]] std::optional<std::size_t> stageOf(std::size_t shown) const;
    [[nodiscard]] std::span<const float> valuesOf(std::size_t stage) const;
    [[nodiscard]] QString describe(QPoint place) const;
    [[nodiscard]] QString describeMap(MapId map) const;
    [[nodiscard]] QFont headingFont() const;
    void setHovered(std::optional<MapId> map);
    void moveCurrent(int key);
    void stepStage(int direction);

    NetworkSpec m_network;
    std::vector<FlowStage> m_flow; ///< empty = no model
    FlowLayout m_layout;
    DigitImage m_image{};
    std::shared_ptr<const Insight> m_insight;
    Pace m_repaint;
    std::vector<Picture> m_pictures; ///< one for each stage; empty = to be made anew
    std::optional<MapId> m_hovered;
    std::optional<MapId> m_current; ///< where the keys are
    std::optional<MapId> m_selected;
};

} // namespace digitlab
