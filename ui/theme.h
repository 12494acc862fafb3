// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QPalette;
class QWidget;

namespace digitlab {

/// The colours and distances of the window, light or dark after the desktop's palette. Widgets ask
/// for it when they paint, so a change of the desktop's palette reaches them by itself.
struct Theme {
    bool dark = false;
    QColor surface; ///< side panels, toolbar
    QColor ground;  ///< behind maps and charts
    QColor field;   ///< input fields, quiet buttons, empty bars
    QColor line;    ///< thin borders and grid lines
    QColor text;
    QColor muted;    ///< secondary text
    QColor accent;   ///< the one accent
    QColor onAccent; ///< text on the accent
    QColor second;   ///< the runner-up, the selected map
    QColor error;
    QColor ink; ///< what the pen leaves

    static Theme of(const QPalette& palette);

    /// The colour of the n-th run: Okabe and Ito's palette, without those that vanish on this
    /// background.
    [[nodiscard]] QColor run(int index) const;
};

/// The grid that all distances are multiples of, in device-independent pixels.
inline constexpr int kGrid = 8;

/// The two sizes of text, as point-size factors of the application's font. The small one is 12
/// pixels high at the usual 10 points: Chinese characters of fewer pixels lose their strokes.
inline constexpr double kSmallText = 0.9;

/// The application's style sheet for a theme, on top of Qt's style "Fusion". What a widget is comes
/// from its class; what it means, from a property that is set before it is shown:
/// - a button: "role" = "accent" for the one that matters most; a flat one is quiet;
/// - a label: "small" = true (see setSmall), "role" = "heading" or "error", "changed" = true;
/// - a field: "invalid" = true gives it the border of an error.
/// setStyleProperty() sets one that changes later.
QString styleSheetOf(const Theme& theme);

/// Sets a property that the style sheet asks for, true or false, also of a widget that is shown.
void setStyleProperty(QWidget& widget, const char* name, bool value);

/// Makes a widget's text small and muted (role "small" in the style sheet).
void setSmall(QWidget& widget);

/// The small font, for a widget that paints its text itself.
QFont smallFont(const QWidget& widget);

} // namespace digitlab
