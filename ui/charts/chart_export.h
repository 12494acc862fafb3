// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/run_record.h"

#include <QByteArray>
#include <QFont>

#include <span>

namespace digitlab {

class RunChart;

/// Two charts side by side with their titles, and the visible runs as a legend below. Always in
/// the light theme: such a picture goes into a text.
struct ChartFigure {
    RunChart& left;
    RunChart& right;
    std::span<const RunRecord> runs;
    QFont font;

    /// As a PNG with `scale` pixels for each of the screen's.
    [[nodiscard]] QByteArray png(double scale) const;
    /// As a one-page PDF, in vectors.
    [[nodiscard]] QByteArray pdf() const;
};

} // namespace digitlab
