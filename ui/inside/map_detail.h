// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "ui/inside/flow.h"

#include <QWidget>

#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace digitlab {

class ColorLegend;
class InsideView;
class KernelView;
class PixelView;

/// One map of the look-inside view, enlarged, over that view: its numbers, the kernels that made
/// it, and, for the cell under the mouse, the part of the input that it looks at. It follows every
/// insight. Left and Right go to the neighbouring channels, Escape closes it.
class MapDetail : public QWidget {
    Q_OBJECT

public:
    explicit MapDetail(InsideView* view);

    /// The network that the insights come from; null = none.
    void setModel(const std::shared_ptr<const Model>& model);
    void showInsight(const DigitImage& image, const std::shared_ptr<const Insight>& insight);
    void showNothing();

    /// Opens with a channel of the n-th of shownLayers(). Does nothing where that has no maps.
    void showMap(std::size_t shown, int channel);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut();
    QBoxLayout* makeHeader();
    QBoxLayout* makeInputColumn();
    QBoxLayout* makeMapColumn();
    QBoxLayout* makeKernelColumn();
    QToolButton* makeButton(const QString& sign, const QString& name);
    void place();

    void step(int direction);
    void refreshTitle();
    void refreshMap();
    void refreshKernels();
    void setHoveredCell(std::optional<QPoint> cell);
    void showCell();
    [[nodiscard]] bool hasMap(std::size_t shown, int channel) const;
    [[nodiscard]] const Layer* convolution() const; ///< that made the map; null = it is pooled
    [[nodiscard]] std::size_t lastLayer() const;    ///< whose output the map is
    [[nodiscard]] const Tensor* tensor(const std::string& name) const;

    InsideView* m_view;
    PixelView* m_input;
    PixelView* m_map;
    ColorLegend* m_mapLegend;
    KernelView* m_kernels;
    ColorLegend* m_kernelLegend;
    QLabel* m_title;
    QLabel* m_shape;
    QLabel* m_cellText;
    QLabel* m_kernelTitle;
    QLabel* m_kernelText;

    std::shared_ptr<const Model> m_model;
    std::vector<Layer> m_layers;
    std::vector<FlowStage> m_flow;
    DigitImage m_image{};
    std::shared_ptr<const Insight> m_insight;
    std::size_t m_shown = 0;
    int m_channel = 0;
    std::optional<QPoint> m_cell; ///< under the mouse
};

} // namespace digitlab
