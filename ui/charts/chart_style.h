// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QCPAxis;
class QCustomPlot;
class QFont;

namespace digitlab {

struct Theme;

/// Thin grid, muted numbers, no frame: what every chart has in common.
void styleChart(QCustomPlot& plot, const Theme& theme, const QFont& font);

/// Few numbers, written as the locale does. Accuracy is shown in percent.
void setPlainNumbers(QCPAxis& axis, int count);
void setPercent(QCPAxis& axis, int count);
void setLogarithmic(QCPAxis& axis);

/// The colour of a run's single batches: the run's, stepped back towards the background. Opaque,
/// because drawing a see-through line costs more.
QColor faintColor(const QColor& run, const Theme& theme);

} // namespace digitlab
