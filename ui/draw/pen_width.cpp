// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/pen_width.h"

#include "ui/draw/canvas.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSlider>

namespace digitlab {

namespace {

/// The dot is half as wide as the pen, so that the thickest fits a row of tools.
constexpr int kDotSpace = Canvas::kThickestPen / 2 + 2;

} // namespace

PenWidth::PenWidth(QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this)) {
    m_slider->setRange(Canvas::kThinnestPen, Canvas::kThickestPen);
    m_slider->setPageStep(4);
    m_slider->setMinimumWidth(48);
    m_slider->setAccessibleName(tr("Pen width"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, kDotSpace + 4, 0);
    layout->addWidget(m_slider);
    setMinimumHeight(kDotSpace);
    setToolTip(tr("Pen width"));
    connect(m_slider, &QSlider::valueChanged, this, [this](int width) {
        update();
        Q_EMIT valueChanged(width);
    });
}

int PenWidth::value() const {
    return m_slider->value();
}

void PenWidth::setValue(int width) {
    m_slider->setValue(width);
}

void PenWidth::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(palette()).ink);
    const double radius = value() / 4.0;
    painter.drawEllipse(QPointF(width() - kDotSpace / 2.0, height() / 2.0), radius, radius);
}

} // namespace digitlab
