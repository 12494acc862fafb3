// SPDX-License-Identifier: GPL-3.0-or-later
// How InsideView paints itself; what it shows and how it is used is in inside_view.cpp.
#include "ui/chevron.h"
#include "ui/draw/answer.h"
#include "ui/inside/inside_view.h"
#include "ui/theme.h"

#include <QPainter>

namespace digitlab {

void InsideView::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.ground);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_flow.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect(), Qt::AlignCenter,
                         tr("Here you will see what each layer makes of what you draw"));
        return;
    }
    const bool stale = !m_pictures.empty() && !m_pictures[0].image.isNull() &&
                       m_pictures[0].image.devicePixelRatio() != devicePixelRatioF();
    if (m_insight && (m_pictures.empty() || stale)) {
        makePictures();
    }
    for (std::size_t i = 0; i < m_flow.size(); ++i) {
        paintStage(painter, i);
    }
    if (m_hovered && m_hovered != m_selected) {
        paintOutline(painter, mapRect(*m_hovered), theme.text, 1);
    }
    if (m_selected) {
        paintOutline(painter, mapRect(*m_selected), theme.second, 2);
    }
    if (hasFocus() && m_current && m_current != m_selected) {
        paintOutline(painter, mapRect(*m_current), theme.accent, 2);
    }
}

void InsideView::paintStage(QPainter& painter, std::size_t stage) {
    const Theme theme = Theme::of(palette());
    const FlowColumn& column = m_layout.columns[stage];
    painter.setFont(headingFont());
    painter.setPen(theme.text);
    painter.drawText(column.heading, Qt::AlignLeft | Qt::AlignVCenter,
                     m_layout.shortHeadings ? m_flow[stage].shortHeading : m_flow[stage].heading);
    painter.setFont(smallFont(*this));
    painter.setPen(theme.muted);
    painter.drawText(column.shape, Qt::AlignLeft | Qt::AlignVCenter,
                     QString::fromStdString(m_flow[stage].shape.text()));
    if (m_flow[stage].kind == FlowStage::Kind::Answer) {
        paintAnswer(painter, column.content);
    } else {
        paintTiles(painter, stage);
    }
    if (stage + 1 < m_flow.size()) {
        const int left = column.heading.right();
        const int right = m_layout.columns[stage + 1].heading.left();
        const int middle = m_layout.columns.back().content.center().y();
        paintChevron(painter, QPointF((left + right) / 2.0 + 2, middle), theme.muted);
    }
}

void InsideView::paintTiles(QPainter& painter, std::size_t stage) {
    const TileGrid& tiles = m_layout.columns[stage].tiles;
    if (!m_insight && stage == 0) {
        const QRect below = tiles.area().translated(0, tiles.tile + kGrid);
        painter.setPen(Theme::of(palette()).muted);
        painter.drawText(QRect(below.topLeft(), QPoint(below.right() + kGrid, height())),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         tr("Draw a digit to see what each layer makes of it."));
    }
    if (m_insight) {
        painter.drawImage(tiles.origin, m_pictures[stage].image);
    } else if (tiles.gap == 0) {
        painter.fillRect(tiles.area(), Theme::of(palette()).field);
    } else {
        for (int i = 0; i < tiles.count; ++i) {
            painter.fillRect(tiles.tileRect(i), Theme::of(palette()).field);
        }
    }
}

void InsideView::paintAnswer(QPainter& painter, const QRect& area) {
    const Theme theme = Theme::of(palette());
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 4.5);
    big.setWeight(QFont::DemiBold);
    painter.setFont(big);
    const QFontMetrics metrics(big);
    const QRect line(area.left(), area.top(), area.width(), metrics.capHeight() + 4);
    const QPoint baseline(line.left() - 2, line.bottom() - 2);
    const Refusal refusal = m_insight ? refusalOf(m_insight->verdict) : Refusal::None;
    const bool sure = m_insight && refusal == Refusal::None;
    painter.setPen(sure ? theme.accent : theme.line);
    const QString digit = !m_insight ? QStringLiteral("–")
                          : sure     ? QString::number(digitOf(m_insight->verdict.probabilities))
                                     : QStringLiteral("?");
    painter.drawText(baseline, digit);
    QString below;
    if (m_insight && !sure) {
        below = refusal == Refusal::NoDigit ? tr("not a digit") : tr("not sure");
    } else if (m_insight) {
        const auto second = runnerUp(m_insight->verdict.probabilities, kPerhaps);
        below = second ? tr("perhaps %1").arg(*second) : QString();
    }
    painter.setFont(smallFont(*this));
    painter.setPen(theme.muted);
    painter.drawText(area.adjusted(0, line.height() + 6, 40, 0), Qt::AlignLeft | Qt::AlignTop,
                     below);
}

void InsideView::paintOutline(QPainter& painter, const QRect& tile, const QColor& color,
                              double width) {
    const double reach = width / 2; // just outside, on whole pixels
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(tile).adjusted(-reach, -reach, reach, reach), 2, 2);
}

} // namespace digitlab
