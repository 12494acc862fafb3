// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of its data a chart shows, and what its curves are worth at one place.
#include "ui/charts/run_chart.h"

#include "ui/charts/chart_readout.h"
#include "ui/own_keys.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScopedValueRollback>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace digitlab {
namespace {

/// The closest that a person can zoom in, in epochs.
constexpr double kSmallestView = 1e-4;
constexpr double kEndMargin = 1.03;
/// How many points of a curve are looked at to find its lowest and highest.
constexpr std::size_t kRangePoints = 400;

/// The end of the axis for data that goes so far: whole epochs, or less in the first.
double roundedUp(double epochs) {
    for (const double end : {0.05, 0.1, 0.2, 0.5}) {
        if (epochs <= end) {
            return end;
        }
    }
    return std::max(1.0, std::ceil(epochs - 1e-9));
}

/// The lowest and highest value of the curves that matter in a view: a single wild batch may leave
/// the picture, what is smoothed may not.
struct ValueRange {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(const CurveData& curve, double from, double to, bool positiveOnly) {
        for (const CurvePoint& point : curve.sample(from, to, kRangePoints)) {
            if (!positiveOnly || point.y > 0) {
                low = std::min(low, point.y);
                high = std::max(high, point.y);
            }
        }
    }
    [[nodiscard]] bool isEmpty() const { return low > high; }
};

} // namespace

void RunChart::fit() {
    m_following = true;
    setValuesChosen(false);
    redrawNow();
}

void RunChart::setEpochs(double from, double to) {
    m_following = false;
    {
        const QScopedValueRollback setting(m_settingRange, true);
        m_plot->xAxis->setRange(from, to);
    }
    if (!m_valuesChosen) {
        fitValues();
    }
    redrawSoon();
}

void RunChart::fitEpochs() {
    double end = 0;
    for (const auto& [id, run] : m_runs) {
        end = run->visible ? std::max(end, run->end()) : end;
    }
    const QScopedValueRollback setting(m_settingRange, true);
    // A little more, so that the last point is whole.
    m_plot->xAxis->setRange(0, (end > 0 ? roundedUp(end) : 1) * kEndMargin);
}

void RunChart::fitValues() {
    ValueRange range;
    for (const auto& [id, run] : m_runs) {
        if (run->visible) {
            range.include(run->smooth, firstEpoch(), lastEpoch(), m_logScale);
            range.include(run->validation, firstEpoch(), lastEpoch(), m_logScale);
        }
    }
    const QScopedValueRollback setting(m_settingRange, true);
    if (range.isEmpty()) {
        m_plot->yAxis->setRange(m_logScale ? 0.01 : 0, m_quantity == Quantity::Loss ? 2.5 : 1.02);
    } else if (m_logScale) {
        m_plot->yAxis->setRange(range.low / 1.3, range.high * 1.3);
    } else if (m_quantity == Quantity::Accuracy) {
        // From zero, unless it is all in the upper half or the person has zoomed in.
        const double low = m_following && range.low < 0.5 ? 0 : range.low;
        const double margin = 0.02 * std::max(1 - low, 0.001);
        m_plot->yAxis->setRange(low - margin, 1 + margin);
    } else {
        const double high = std::max(range.high, 1e-6);
        // Everything is seen against zero, unless the person has zoomed in.
        const double low = m_following ? 0 : range.low;
        const double margin = 0.05 * std::max(high - low, 1e-6);
        m_plot->yAxis->setRange(m_following ? -margin / 5 : low - margin, high + margin);
    }
}

void RunChart::rangeChangedByPerson() {
    if (m_settingRange) {
        return;
    }
    m_following = false;
    {
        // Not out of sight of the data.
        const QScopedValueRollback setting(m_settingRange, true);
        double end = 0;
        for (const auto& [id, run] : m_runs) {
            end = std::max(end, run->end());
        }
        QCPRange range = m_plot->xAxis->range().bounded(0, roundedUp(end) * kEndMargin);
        if (range.size() < kSmallestView) {
            range =
                QCPRange(range.center() - kSmallestView / 2, range.center() + kSmallestView / 2);
        }
        m_plot->xAxis->setRange(range);
    }
    if (!m_valuesChosen) {
        fitValues();
    }
    Q_EMIT epochsChanged(firstEpoch(), lastEpoch());
}

bool RunChart::event(QEvent* event) {
    return (m_guide && claimsKey(event, {Qt::Key_Escape})) || QWidget::event(event);
}

void RunChart::keyPressEvent(QKeyEvent* event) {
    const double size = lastEpoch() - firstEpoch();
    const double centre = m_guide.value_or(firstEpoch() + size / 2);
    const double step = size / 50;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const double moved = centre + (event->key() == Qt::Key_Left ? -step : step);
        moveGuide(std::clamp(moved, firstEpoch(), lastEpoch()));
        break;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_plot->xAxis->scaleRange(0.8, centre);
        break;
    case Qt::Key_Minus:
        m_plot->xAxis->scaleRange(1.25, centre);
        break;
    case Qt::Key_Escape:
        moveGuide(std::nullopt);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    redrawSoon();
}

void RunChart::moveGuide(std::optional<double> epoch) {
    if (m_guide != epoch) {
        showGuide(epoch);
        Q_EMIT guideMoved(epoch);
    }
}

void RunChart::showGuide(std::optional<double> epoch) {
    m_guide = epoch;
    updateReadout();
}

void RunChart::updateReadout() {
    std::vector<ChartReadout::Row> rows;
    const bool inView = m_guide && *m_guide >= firstEpoch() && *m_guide <= lastEpoch();
    const Theme theme = Theme::of(palette());
    for (const auto& [id, run] : m_runs) {
        if (!inView || !run->visible || run->smooth.isEmpty() || *m_guide > run->end() + 0.5) {
            continue;
        }
        ChartReadout::Row row;
        row.color = theme.run(run->color);
        row.name = run->name;
        const double value = run->smooth.nearest(*m_guide).y;
        row.value = valueText(value);
        row.y = m_plot->yAxis->coordToPixel(value);
        if (!run->validation.isEmpty()) {
            constexpr double kNear = 12; // pixels
            const CurvePoint point = run->validation.nearest(*m_guide);
            if (std::abs(m_plot->xAxis->coordToPixel(point.x) -
                         m_plot->xAxis->coordToPixel(*m_guide)) <= kNear) {
                row.validation = tr("val. %1").arg(valueText(point.y));
            }
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty()) {
        m_readout->clear();
        return;
    }
    m_readout->show(m_plot->xAxis->coordToPixel(*m_guide), m_plot->axisRect()->rect(),
                    tr("epoch %1").arg(QLocale().toString(*m_guide, 'f', 2)), std::move(rows));
}

QString RunChart::valueText(double value) const {
    if (m_quantity == Quantity::Accuracy) {
        return tr("%1 %", "percent").arg(QLocale().toString(100 * value, 'f', 2));
    }
    // Three digits, with the zeros at the end: numbers below each other stay aligned.
    const double magnitude = value > 0 ? std::floor(std::log10(value)) : 0;
    return QLocale().toString(value, 'f', static_cast<int>(std::clamp(2 - magnitude, 0.0, 6.0)));
}

} // namespace digitlab
