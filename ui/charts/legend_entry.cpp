// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/run_legend.h"

#include "ui/own_keys.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace digitlab {
namespace {

constexpr int kDot = 8;
constexpr int kGap = 6;
constexpr int kFewestLetters = 8; ///< of a name beside which its note has a place

} // namespace

LegendEntry::LegendEntry(const QString& name, int color, QWidget* parent)
    : QAbstractButton(parent)
    , m_color(color) {
    setCheckable(true);
    setChecked(true);
    setCursor(Qt::PointingHandCursor);
    setName(name);
}

void LegendEntry::setName(const QString& name) {
    setText(name);
    setAccessibleName(tr("Show run %1").arg(name));
    showToolTip();
    updateGeometry();
    Q_EMIT sizeHintChanged();
}

void LegendEntry::setNote(const QString& note) {
    m_note = note;
    setAccessibleDescription(note);
    showToolTip();
    updateGeometry();
    update();
    Q_EMIT sizeHintChanged();
}

void LegendEntry::showToolTip() {
    const QString run = m_note.isEmpty() ? text() : tr("%1: %2").arg(text(), m_note);
    setToolTip(tr("%1. Click to hide or show it; right-click to rename or remove it.").arg(run));
}

QSize LegendEntry::sizeHint() const {
    const QFontMetrics metrics(smallFont(*this));
    const int note = m_note.isEmpty() ? 0 : kGap + metrics.horizontalAdvance(m_note);
    // One more, as an advance is rounded and a text that misses a fraction is elided.
    return {2 * kMargin + kDot + kGap + metrics.horizontalAdvance(text()) + 1 + note,
            metrics.height() + kMargin};
}

void LegendEntry::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    const QColor color = theme.run(m_color);
    const QRectF dot(kMargin, (height() - kDot) / 2.0, kDot, kDot);
    painter.setPen(QPen(isChecked() ? color : theme.muted, 1.5));
    painter.setBrush(isChecked() ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75));

    painter.setFont(smallFont(*this));
    const QFontMetrics metrics(smallFont(*this));
    QRect place = rect().adjusted(kMargin + kDot + kGap, 0, -kMargin, 0);
    const int noteWidth = m_note.isEmpty() ? 0 : kGap + metrics.horizontalAdvance(m_note);
    const int shortName =
        std::min(metrics.horizontalAdvance(text()), kFewestLetters * metrics.averageCharWidth());
    // The name tells more: where both have no room, the note stands in the tool tip alone.
    const bool showsNote = place.width() - noteWidth >= shortName;
    const QString name =
        metrics.elidedText(text(), Qt::ElideRight, place.width() - (showsNote ? noteWidth : 0));
    painter.setPen(isChecked() || underMouse() ? theme.text : theme.muted);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (showsNote) {
        painter.setPen(theme.muted);
        place.setLeft(place.left() + metrics.horizontalAdvance(name) + kGap);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_note);
    }
}

bool LegendEntry::event(QEvent* event) {
    return claimsKey(event, {Qt::Key_F2, Qt::Key_Delete}) || QAbstractButton::event(event);
}

/// Escape leaves the name as it was.
bool LegendEntry::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit) {
        return QAbstractButton::eventFilter(watched, event);
    }
    if (claimsKey(event, {Qt::Key_Escape})) {
        return true;
    }
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_edit->setText(text());
        finishRenaming();
        return true;
    }
    return false;
}

void LegendEntry::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2) {
        startRenaming();
    } else if (event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void LegendEntry::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), QKeySequence(Qt::Key_F2), this, &LegendEntry::startRenaming);
    menu->addAction(tr("Remove from the charts"), QKeySequence(Qt::Key_Delete), this,
                    &LegendEntry::removeRequested);
    menu->popup(event->globalPos());
}

void LegendEntry::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        Q_EMIT sizeHintChanged();
    }
}

void LegendEntry::startRenaming() {
    if (m_edit != nullptr) {
        return;
    }
    m_edit = new QLineEdit(text(), parentWidget());
    m_edit->setAccessibleName(tr("Name of the run"));
    m_edit->setGeometry(QRect(pos(), m_edit->sizeHint().expandedTo(size())));
    m_edit->selectAll();
    m_edit->show();
    m_edit->setFocus();
    connect(m_edit, &QLineEdit::editingFinished, this, &LegendEntry::finishRenaming);
    m_edit->installEventFilter(this);
}

void LegendEntry::finishRenaming() {
    if (m_edit == nullptr) {
        return;
    }
    QLineEdit* edit = std::exchange(m_edit, nullptr);
    const QString name = edit->text().trimmed();
    edit->hide(); // takes the focus from it, which ends the editing once more
    edit->deleteLater();
    if (!name.isEmpty() && name != text()) {
        setName(name);
        Q_EMIT renamed(name);
    }
    setFocus();
}

} // namespace digitlab
