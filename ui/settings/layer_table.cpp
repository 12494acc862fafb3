// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/layer_table.h"

#include "ui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace digitlab {
namespace {

constexpr int kColumnGap = kGrid;

QString number(std::int64_t count) {
    return count == 0 ? QStringLiteral("–") : QLocale().toString(static_cast<qlonglong>(count));
}

/// What a layer is called in the table, or nothing where it has no row of its own.
QString nameOf(const Layer& layer) {
    switch (layer.kind) {
    case LayerKind::Conv:
        return LayerTable::tr("conv %1→%2, %3×%3")
            .arg(layer.in.channels)
            .arg(layer.out.channels)
            .arg(layer.kernel);
    case LayerKind::MaxPool:
        return LayerTable::tr("max pool %1").arg(layer.kernel);
    case LayerKind::Dense:
        return LayerTable::tr("dense %1→%2").arg(layer.in.size()).arg(layer.out.size());
    case LayerKind::Dropout:
        return LayerTable::tr("dropout %1").arg(QLocale().toString(layer.dropout, 'g', 3));
    case LayerKind::Softmax:
        return LayerTable::tr("ReLU, softmax");
    case LayerKind::BatchNorm:
        return LayerTable::tr("batch norm");
    case LayerKind::Relu:
    case LayerKind::Flatten:
        break;
    }
    return {};
}

} // namespace

LayerTable::LayerTable(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Layers of the network"));
}

void LayerTable::setNetwork(const NetworkSpec& network) {
    const std::vector<Layer> layers = layersOf(network);
    m_problem.clear();
    m_rows.clear();
    for (const Layer& layer : layers) {
        const QString name = nameOf(layer);
        if (!name.isEmpty()) {
            m_rows.push_back(
                {name, QString::fromStdString(layer.out.text()), number(layer.parameters)});
        }
    }
    m_room = static_cast<int>(m_rows.size()) + 1;
    m_total = number(parameterCount(layers));
    describe();
}

void LayerTable::setProblem(const QString& problem) {
    m_rows.clear();
    m_total.clear();
    m_problem = problem;
    describe();
}

void LayerTable::describe() {
    QStringList lines;
    for (const Row& row : m_rows) {
        lines += row.name + u' ' + row.shape + u' ' + row.parameters;
    }
    lines += m_problem.isEmpty() ? tr("parameters") + u' ' + m_total : m_problem;
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

int LayerTable::lineHeight() const {
    return QFontMetrics(smallFont(*this)).height() + 3;
}

QSize LayerTable::sizeHint() const {
    const int width = 25 * kGrid;
    return {width, heightForWidth(width)};
}

QSize LayerTable::minimumSizeHint() const {
    return {10 * kGrid, lineHeight()};
}

int LayerTable::heightForWidth(int width) const {
    const QRect problem =
        QFontMetrics(smallFont(*this))
            .boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, m_problem);
    return std::max(lineHeight() * m_room + kGrid / 2, problem.height());
}

void LayerTable::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setFont(smallFont(*this));
    painter.setPen(theme.muted);
    if (!m_problem.isEmpty()) {
        painter.drawText(rect(), Qt::TextWordWrap, m_problem);
        return;
    }
    const QFontMetrics metrics(smallFont(*this));
    int numbers = metrics.horizontalAdvance(m_total);
    for (const Row& row : m_rows) {
        numbers = std::max(numbers, metrics.horizontalAdvance(row.parameters));
    }
    const int line = lineHeight();
    QRect place(0, 0, width(), line);
    for (const Row& row : m_rows) {
        const QRect shapes = place.adjusted(0, 0, -numbers - kColumnGap, 0);
        const int nameWidth = shapes.width() - metrics.horizontalAdvance(row.shape) - kColumnGap;
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(row.name, Qt::ElideRight, nameWidth));
        painter.drawText(shapes, Qt::AlignVCenter | Qt::AlignRight, row.shape);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, row.parameters);
        place.translate(0, line);
    }
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(0, place.top() + 1, width(), place.top() + 1);
    painter.setPen(theme.text);
    place.translate(0, kGrid / 2);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, tr("parameters"));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, m_total);
}

void LayerTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
}

} // namespace digitlab
