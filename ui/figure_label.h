// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pace.h"

#include <QLabel>

namespace digitlab {

/// A label for what changes many times a second. It takes on a new text now and then only: more
/// could not be read, and each costs a layout.
class FigureLabel : public QLabel {
    Q_OBJECT

public:
    /// `interval` is the time between two texts, in milliseconds.
    explicit FigureLabel(QWidget* parent = nullptr, int interval = 250);

    /// Shows a text at once, or soon where it has just changed.
    void showSoon(const QString& text);

    /// Shows a text at once, whatever waits.
    void showNow(const QString& text);

private:
    QString m_newest;
    Pace m_pace;
};

} // namespace digitlab
