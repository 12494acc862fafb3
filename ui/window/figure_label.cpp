// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/figure_label.h"

namespace digitlab {

namespace {

constexpr int kInterval = 250; // milliseconds

} // namespace

FigureLabel::FigureLabel(QWidget* parent)
    : QLabel(parent)
    , m_pace(kInterval, [this] { setText(m_newest); }) {}

void FigureLabel::showSoon(const QString& text) {
    m_newest = text;
    m_pace.request();
}

void FigureLabel::showNow(const QString& text) {
    m_newest = text;
    setText(text);
}

} // namespace digitlab
