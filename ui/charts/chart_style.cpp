// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_style.h"

#include "ui/theme.h"

#include <qcustomplot.h>

#include <cmath>

namespace digitlab {
namespace {

class NumberTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(tick, 'g', 4);
    }
    int getSubTickCount(double) override { return 0; }
};

class PercentTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return QObject::tr("%1 %", "percent").arg(locale.toString(100 * tick, 'g', 6));
    }
    int getSubTickCount(double) override { return 0; }
};

/// Powers of ten, and between them 2 and 5 where there is room.
class LogTicker : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override {
        constexpr double kFewLogTicks = 5; // a range with less between its ends has one or two
        QVector<double> ticks;
        if (range.lower <= 0) {
            return ticks;
        }
        if (range.upper < kFewLogTicks * range.lower) {
            return QCPAxisTicker::createTickVector(step, range);
        }
        const double first = std::floor(std::log10(range.lower));
        const double last = std::ceil(std::log10(range.upper));
        for (double decade = first; decade <= last; ++decade) {
            ticks += std::pow(10.0, decade);
            if (last - first <= 3) {
                ticks += 2 * std::pow(10.0, decade);
                ticks += 5 * std::pow(10.0, decade);
            }
        }
        return ticks;
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(tick, 'g', 4);
    }
};

void styleAxis(QCPAxis& axis, const Theme& theme, const QFont& font) {
    axis.setBasePen(Qt::NoPen);
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLength(0, 0);
    axis.setSubTickLength(0, 0);
    axis.setTickLabelFont(font);
    axis.setTickLabelColor(theme.muted);
    axis.setTickLabelPadding(6);
    axis.setLabelFont(font);
    axis.setLabelColor(theme.muted);
    axis.setLabelPadding(2);
}

} // namespace

void styleChart(QCustomPlot& plot, const Theme& theme, const QFont& font) {
    plot.setBackground(QBrush(theme.ground));
    styleAxis(*plot.xAxis, theme, font);
    styleAxis(*plot.yAxis, theme, font);
    plot.xAxis->grid()->setVisible(false);
    QCPGrid& grid = *plot.yAxis->grid();
    grid.setPen(QPen(theme.line, 1));
    grid.setZeroLinePen(Qt::NoPen);
    grid.setSubGridVisible(false);
}

void setPlainNumbers(QCPAxis& axis, int count) {
    axis.setScaleType(QCPAxis::stLinear);
    const auto ticker = QSharedPointer<NumberTicker>::create();
    ticker->setTickCount(count);
    axis.setTicker(ticker);
}

void setPercent(QCPAxis& axis, int count) {
    const auto ticker = QSharedPointer<PercentTicker>::create();
    ticker->setTickCount(count);
    axis.setTicker(ticker);
}

void setLogarithmic(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<LogTicker>::create());
}

QColor faintColor(const QColor& run, const Theme& theme) {
    constexpr double kShare = 0.28;
    const auto mix = [](int a, int b) { return qRound(a + kShare * (b - a)); };
    return QColor(mix(theme.ground.red(), run.red()), mix(theme.ground.green(), run.green()),
                  mix(theme.ground.blue(), run.blue()));
}

} // namespace digitlab
