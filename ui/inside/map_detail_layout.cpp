// SPDX-License-Identifier: GPL-3.0-or-later
// What MapDetail consists of and where it is; what it shows is in map_detail.cpp.
#include "ui/inside/color_legend.h"
#include "ui/inside/inside_view.h"
#include "ui/inside/kernel_view.h"
#include "ui/inside/map_detail.h"
#include "ui/inside/pixel_view.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace digitlab {

namespace {

constexpr int kInputSide = 4 * kDigitSide;
constexpr int kLargestMap = 336;
constexpr int kInset = 6; ///< between the panel and the view's edges

QLabel* makeLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    setSmall(*label);
    return label;
}

} // namespace

MapDetail::MapDetail(InsideView* view)
    : QWidget(view)
    , m_view(view)
    , m_input(new PixelView(this))
    , m_map(new PixelView(this))
    , m_mapLegend(new ColorLegend(this))
    , m_kernels(new KernelView(this))
    , m_kernelLegend(new ColorLegend(this))
    , m_title(new QLabel(this))
    , m_shape(makeLabel(this, "shape"))
    , m_cellText(makeLabel(this, "cell"))
    , m_kernelTitle(makeLabel(this, "kernelTitle"))
    , m_kernelText(makeLabel(this, "kernelText")) {
    hide();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_NoMousePropagation); // the view below must not take its clicks
    setAccessibleName(tr("Enlarged map"));
    m_map->setObjectName("map");
    m_input->setObjectName("input");
    m_kernels->setObjectName("kernels");
    m_title->setObjectName("title");
    layOut();
    view->installEventFilter(this); // to keep its place when the view is resized
    connect(m_map, &PixelView::hovered, this, &MapDetail::setHoveredCell);
    connect(view, &InsideView::mapActivated, this, &MapDetail::showMap);
}

QToolButton* MapDetail::makeButton(const QString& sign, const QString& name) {
    auto* button = new QToolButton(this);
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QBoxLayout* MapDetail::makeHeader() {
    QToolButton* previous = makeButton(QStringLiteral("‹"), tr("Previous channel"));
    QToolButton* next = makeButton(QStringLiteral("›"), tr("Next channel"));
    QToolButton* close = makeButton(QStringLiteral("×"), tr("Close"));
    close->setObjectName("close");
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* header = new QHBoxLayout;
    header->setSpacing(kGrid);
    header->addWidget(m_title);
    header->addWidget(m_shape);
    header->addStretch(1);
    header->addWidget(previous);
    header->addWidget(next);
    header->addWidget(close);
    return header;
}

QBoxLayout* MapDetail::makeInputColumn() {
    m_input->setFixedSize(kInputSide, kInputSide);
    m_input->setAccessibleName(tr("What the network sees"));
    m_cellText->setWordWrap(true);
    m_cellText->setFixedWidth(kInputSide);
    m_cellText->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* title = makeLabel(this, "inputTitle");
    title->setText(tr("input"));
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_input);
    column->addWidget(m_cellText, 1);
    return column;
}

QBoxLayout* MapDetail::makeMapColumn() {
    m_map->setAccessibleName(tr("Map"));
    m_map->setCursor(Qt::CrossCursor);
    auto* title = makeLabel(this, "mapTitle");
    title->setText(tr("map"));
    auto* picture = new QHBoxLayout;
    picture->setSpacing(6);
    picture->addWidget(m_map, 0, Qt::AlignTop);
    picture->addWidget(m_mapLegend, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(title);
    column->addLayout(picture);
    column->addStretch(1);
    return column;
}

QBoxLayout* MapDetail::makeKernelColumn() {
    m_kernelText->setWordWrap(true);
    m_kernelLegend->setFixedHeight(100);
    auto* picture = new QHBoxLayout;
    picture->setSpacing(6);
    picture->addWidget(m_kernels, 0, Qt::AlignTop);
    picture->addWidget(m_kernelLegend, 0, Qt::AlignTop);
    picture->addStretch(1);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(m_kernelTitle);
    column->addLayout(picture);
    column->addWidget(m_kernelText);
    column->addStretch(1);
    return column;
}

void MapDetail::layOut() {
    auto* body = new QHBoxLayout;
    body->setSpacing(12);
    body->addLayout(makeInputColumn());
    body->addLayout(makeMapColumn());
    body->addLayout(makeKernelColumn(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, kGrid);
    layout->setSpacing(2);
    layout->addLayout(makeHeader());
    layout->addLayout(body, 1);
}

/// Beside the chosen map where there is room, as high as the view.
void MapDetail::place() {
    const QRect seen = m_view->visibleRegion().boundingRect();
    const QRect area =
        (seen.isEmpty() ? m_view->rect() : seen).adjusted(kInset, kInset, -kInset, -kInset);
    const int text = QFontMetrics(smallFont(*this)).height();
    const int header = std::max(m_title->sizeHint().height(), 24);
    const int space = std::clamp(area.height() - header - text - 26, 2 * kDigitSide, kLargestMap);
    // Whole pixels for each cell, so that all are alike.
    const Shape& shape = m_flow[m_shown + 1].shape;
    const int cells = std::max({1, shape.width, shape.height});
    const int side = std::max(1, space / cells) * cells;
    m_map->setFixedSize(side, side);
    m_mapLegend->setFixedHeight(m_map->pictureHeight());
    m_kernelText->setFixedWidth(std::max(120, m_kernels->isHidden()
                                                  ? 0
                                                  : m_kernels->sizeHint().width() +
                                                        m_kernelLegend->sizeHint().width() + 6));
    layout()->activate(); // while it is hidden, nothing else tells it of other sizes
    const int width = std::min(layout()->sizeHint().width(), area.width());
    const QRect map = m_view->mapRect(MapId{m_shown, m_channel});
    const bool toTheRight = map.center().x() < area.center().x();
    setGeometry(toTheRight ? area.right() + 1 - width : area.left(), area.top(), width,
                area.height());
}

void MapDetail::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kGrid, kGrid);
}

} // namespace digitlab
