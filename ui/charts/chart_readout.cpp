// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_readout.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace digitlab {
namespace {

constexpr int kDot = 8;
constexpr int kMostLetters = 10; ///< of a run's name

/// The number of a run that the person has not named.
QString shortName(const QString& name) {
    return name.section(QStringLiteral(" · "), 0, 0);
}

} // namespace

ChartReadout::ChartReadout(Qt::Alignment place, QWidget* parent)
    : QWidget(parent)
    , m_place(place) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void ChartReadout::show(double x, const QRect& area, const QString& title, std::vector<Row> rows) {
    m_x = x;
    m_area = area;
    m_title = title;
    m_rows = std::move(rows);
    update();
}

void ChartReadout::clear() {
    if (isShown()) {
        m_title.clear();
        m_rows.clear();
        update();
    }
}

void ChartReadout::paintEvent(QPaintEvent*) {
    if (!isShown()) {
        return;
    }
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(m_x, m_area.top()), QPointF(m_x, m_area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Row& row : m_rows) {
        if (row.y >= m_area.top() && row.y <= m_area.bottom()) {
            painter.setPen(QPen(theme.ground, 2));
            painter.setBrush(row.color);
            painter.drawEllipse(QPointF(m_x, row.y), kDot / 2, kDot / 2);
        }
    }
    paintTable(painter);
}

void ChartReadout::paintTable(QPainter& painter) const {
    const Theme theme = Theme::of(palette());
    const QFont font = smallFont(*this);
    const QFontMetrics metrics(font);
    int names = 0; // of a single run it goes without saying
    int values = 0;
    int validations = 0;
    for (const Row& row : m_rows) {
        if (m_rows.size() > 1) {
            names = std::max(names, kGrid + metrics.horizontalAdvance(shortName(row.name)));
        }
        values = std::max(values, metrics.horizontalAdvance(row.value));
        validations = std::max(validations, metrics.horizontalAdvance(row.validation));
    }
    names = std::min(names, kGrid + kMostLetters * metrics.averageCharWidth());
    const int line = metrics.height() + 2;
    const int columns =
        kDot + names + kGrid + values + (validations > 0 ? 2 * kGrid + validations : 0);
    const int width = 2 * kGrid + std::max(columns, metrics.horizontalAdvance(m_title));
    const int height = kGrid + line * (1 + static_cast<int>(m_rows.size()));
    // Beside the guide, where there is room for all, else over it; never out of the chart.
    const int right = static_cast<int>(m_x) + kGrid;
    const int left = right - 2 * kGrid - width;
    const bool isLeft = right + width > m_area.right() && left >= m_area.left();
    const int top =
        m_place == Qt::AlignTop ? m_area.top() + kGrid : m_area.bottom() - kGrid - height;
    const QRect box(std::clamp(isLeft ? left : right, 0, std::max(0, this->width() - width)), top,
                    width, height);

    painter.setFont(font);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    QRect row = box.adjusted(kGrid, kGrid / 2, -kGrid, 0);
    row.setHeight(line);
    painter.setPen(theme.muted);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    for (const Row& entry : m_rows) {
        row.translate(0, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.color);
        painter.drawEllipse(QRectF(row.left(), row.center().y() - kDot / 2 + 1, kDot, kDot));
        painter.setPen(theme.text);
        QRect place = row.adjusted(kDot + kGrid, 0, 0, 0);
        if (names > 0) {
            place.setWidth(names - kGrid);
            painter.drawText(
                place, Qt::AlignLeft | Qt::AlignVCenter,
                metrics.elidedText(shortName(entry.name), Qt::ElideRight, place.width()));
            place.moveLeft(place.left() + names);
        }
        place.setWidth(values);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, entry.value);
        if (!entry.validation.isEmpty()) {
            painter.setPen(theme.muted);
            place = QRect(place.right() + 1 + 2 * kGrid, row.top(), validations, line);
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, entry.validation);
        }
    }
}

} // namespace digitlab
