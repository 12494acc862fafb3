// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_label.h"

#include <QEvent>
#include <QLabel>

namespace digitlab {

FigureLabel::FigureLabel(QWidget* parent, int interval)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_pace(interval, [this] { m_label->setText(m_newest); }) {}

void FigureLabel::showSoon(const QString& text) {
    m_newest = text;
    m_pace.request();
}

void FigureLabel::showNow(const QString& text) {
    m_newest = text;
    m_room = {};
    m_label->setText(text);
    askForRoom();
}

QSize FigureLabel::sizeHint() const {
    return m_label->sizeHint().expandedTo(m_room);
}

QSize FigureLabel::minimumSizeHint() const {
    return m_label->wordWrap() ? m_label->minimumSizeHint() : sizeHint();
}

bool FigureLabel::hasHeightForWidth() const {
    return m_label->hasHeightForWidth();
}

int FigureLabel::heightForWidth(int width) const {
    return m_label->heightForWidth(width);
}

/// A label asks for a layout with each text. As it is in none, the request ends here.
bool FigureLabel::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        askForRoom();
    }
    return QWidget::event(event);
}

void FigureLabel::askForRoom() {
    const QSize room = sizeHint();
    const int height = heightForWidth(width());
    if (room != m_room || height != m_roomHeight) {
        m_room = room;
        m_roomHeight = height;
        updateGeometry();
    }
}

void FigureLabel::resizeEvent(QResizeEvent*) {
    m_label->setGeometry(rect());
    m_roomHeight = heightForWidth(width());
}

} // namespace digitlab
