// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/run_legend.h"

#include "ui/theme.h"

#include <algorithm>

namespace digitlab {
namespace {

constexpr int kMaxLines = 3;

} // namespace

RunLegend::RunLegend(QWidget* parent)
    : QScrollArea(parent)
    , m_content(new QWidget) {
    setWidget(m_content);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Runs"));
}

void RunLegend::addEntry(int id, const QString& name, int color) {
    auto* entry = new LegendEntry(name, color, m_content);
    m_entries[id] = entry;
    connect(entry, &LegendEntry::toggled, this,
            [this, id](bool checked) { Q_EMIT visibilityChanged(id, checked); });
    connect(entry, &LegendEntry::renamed, this,
            [this, id](const QString& newName) { Q_EMIT renamed(id, newName); });
    connect(entry, &LegendEntry::removeRequested, this, [this, id] { Q_EMIT removeRequested(id); });
    connect(entry, &LegendEntry::sizeHintChanged, this, &RunLegend::arrange);
    entry->show();
    arrange();
    ensureWidgetVisible(entry);
}

LegendEntry* RunLegend::entry(int id) const {
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second;
}

void RunLegend::removeEntry(int id) {
    if (LegendEntry* removed = entry(id)) {
        m_entries.erase(id);
        removed->hide();
        removed->deleteLater(); // it may be what asks for this
        arrange();
    }
}

void RunLegend::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void RunLegend::arrange() {
    const int width = viewport()->width();
    int line = 0;
    int x = 0;
    int y = 0;
    for (const auto& [id, entry] : m_entries) {
        const QSize size = entry->sizeHint().boundedTo(QSize(width, QWIDGETSIZE_MAX));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line;
        }
        line = std::max(line, size.height());
        entry->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + kGrid;
    }
    m_content->resize(width, y + line);
    setFixedHeight(std::min(y + line, kMaxLines * line));
}

} // namespace digitlab
