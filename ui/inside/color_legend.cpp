// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/color_legend.h"

#include "ui/theme.h"

#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace digitlab {

namespace {

constexpr int kBarWidth = 8;

} // namespace

QString shortNumber(float value) {
    QString text = QLocale().toString(static_cast<double>(value), 'g', 3);
    const QString minus = QLocale().negativeSign();
    return text.startsWith(minus) ? QStringLiteral("−") + text.mid(minus.size()) : text;
}

ColorLegend::ColorLegend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize ColorLegend::sizeHint() const {
    // Wide enough for most numbers, so that the layout does not move with each of them.
    const QFontMetrics metrics(smallFont(*this));
    const int text = std::max({metrics.horizontalAdvance(QStringLiteral("0.000")),
                               metrics.horizontalAdvance(shortNumber(m_range.low)),
                               metrics.horizontalAdvance(shortNumber(m_range.high))});
    return {kBarWidth + 6 + text, 80};
}

void ColorLegend::setRange(ValueRange range, ColorMap map) {
    const int width = sizeHint().width();
    m_range = range;
    m_map = map;
    setAccessibleDescription(
        tr("from %1 to %2").arg(shortNumber(range.low), shortNumber(range.high)));
    if (sizeHint().width() != width) {
        updateGeometry();
    }
    update();
}

void ColorLegend::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    const QRect bar(0, 0, kBarWidth, height());
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    constexpr int kStops = 24;
    for (int i = 0; i <= kStops; ++i) {
        gradient.setColorAt(1.0 * i / kStops, QColor(colorAt(1.0 * i / kStops, m_map)));
    }
    painter.fillRect(bar, gradient);

    painter.setFont(smallFont(*this));
    painter.setPen(theme.muted);
    const QRect text = rect().adjusted(kBarWidth + 6, -2, 0, 2);
    const float middle = (m_range.low + m_range.high) / 2;
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, shortNumber(m_range.high));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, shortNumber(middle));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, shortNumber(m_range.low));
}

} // namespace digitlab
