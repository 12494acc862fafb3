// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>
#include <QWidget>

#include <vector>

namespace digitlab {

/// Lies over a chart and shows what its curves are worth at one place: a vertical guide, a dot on
/// each curve, and beside it a small table of their colours and numbers. Lets the mouse through.
class ChartReadout : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QColor color;
        QString name;
        QString value;
        QString validation; ///< may be empty
        double y = 0;       ///< of the dot, in pixels
    };

    /// The table is at the top or at the bottom, where the curves leave room.
    ChartReadout(Qt::Alignment place, QWidget* parent);

    /// Shows rows at pixel `x`; `area` is the part of the widget in which curves are drawn.
    void show(double x, const QRect& area, const QString& title, std::vector<Row> rows);
    void clear();

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] bool isShown() const { return !m_title.isEmpty(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTable(QPainter& painter) const;

    Qt::Alignment m_place;
    double m_x = 0;
    QRect m_area;
    QString m_title;
    std::vector<Row> m_rows;
};

} // namespace digitlab
