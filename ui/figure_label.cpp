// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_label.h"

namespace digitlab {

FigureLabel::FigureLabel(QWidget* parent, int interval)
    : QLabel(parent)
    , m_pace(interval, [this] { setText(m_newest); }) {}

void FigureLabel::showSoon(const QString& text) {
    m_newest = text;
    m_pace.request();
}

void FigureLabel::showNow(const QString& text) {
    m_newest = text;
    setText(text);
}

} // namespace digitlab
