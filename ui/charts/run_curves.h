// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curve_data.h"
#include "ui/charts/smoothing.h"

#include <QString>

#include <algorithm>

class QCPGraph;

namespace digitlab {

/// What a chart holds of one run: its curves in full, and the plot's graphs that draw what is in
/// view of them.
struct RunCurves {
    QString name;
    int color = 0;
    bool visible = true;
    CurveData batches;
    CurveData smooth;
    CurveData validation;
    Smoother smoother{0};
    bool stale = false; ///< the smoothing has changed since `smooth` was made
    QCPGraph* batchGraph = nullptr;
    QCPGraph* smoothGraph = nullptr;
    QCPGraph* validationGraph = nullptr;

    [[nodiscard]] bool isEmpty() const { return batches.isEmpty() && validation.isEmpty(); }
    /// Where its data ends on the axis of epochs; 0 where there is none.
    [[nodiscard]] double end() const {
        const double batchEnd = batches.isEmpty() ? 0 : batches.last().x;
        return validation.isEmpty() ? batchEnd : std::max(batchEnd, validation.last().x);
    }

    void addBatch(double epoch, double value) {
        batches.append(epoch, value);
        if (!stale) {
            smooth.append(epoch, smoother.add(value));
        }
    }

    void smoothAgain(double weight) {
        smoother = Smoother(weight);
        smooth.clear();
        for (std::size_t i = 0; i < batches.size(); ++i) {
            const auto [x, y] = batches.at(i);
            smooth.append(x, smoother.add(y));
        }
        stale = false;
    }
};

} // namespace digitlab
