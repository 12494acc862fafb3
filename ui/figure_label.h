// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pace.h"

#include <QWidget>

class QLabel;

namespace digitlab {

/// A label for what changes many times a second. It takes on a new text now and then only, as more
/// could not be read, and keeps the room that it once needed: to lay out a window because a number
/// lost a digit costs far more than the number.
class FigureLabel : public QWidget {
    Q_OBJECT

public:
    /// `interval` is the time between two texts, in milliseconds.
    explicit FigureLabel(QWidget* parent = nullptr, int interval = 250);

    /// What shows the text: for its name, font and alignment.
    [[nodiscard]] QLabel& label() { return *m_label; }

    /// Shows a text at once, or soon where it has just changed.
    void showSoon(const QString& text);

    /// Shows a text at once, whatever waits, with the room that it needs and no more.
    void showNow(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void askForRoom();

    QLabel* m_label;
    QString m_newest;
    QSize m_room;         ///< the most that was asked for since showNow()
    int m_roomHeight = 0; ///< what a wrapped text needed at this width
    Pace m_pace;
};

} // namespace digitlab
