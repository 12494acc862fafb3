// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/probability_bars.h"

#include "ui/draw/answer.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace digitlab {

namespace {

constexpr int kDigits = 10;
constexpr double kBarHeight = 8;
constexpr double kRunnerUp = 0.02;

QString percentText(double probability) {
    return QLocale().toString(100 * probability, 'f', 1);
}

void paintBar(QPainter& painter, const QRectF& track, double share, const QColor& color) {
    const double width = std::max(track.width() * share, share > 0.0005 ? 2.0 : 0.0);
    if (width > 0) {
        const double radius = std::min(width, track.height()) / 2;
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(width, track.height())), radius,
                                radius);
    }
}

} // namespace

ProbabilityBars::ProbabilityBars(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Probability of each digit"));
    setToolTip(tr("How likely each digit is, in percent"));
    describe();
}

QSize ProbabilityBars::sizeHint() const {
    const int row = std::max(20, QFontMetrics(smallFont(*this)).height() + 4);
    return {208, kDigits * row};
}

QSize ProbabilityBars::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

void ProbabilityBars::setVerdict(const std::optional<Verdict>& verdict) {
    if (verdict != m_verdict) {
        m_verdict = verdict;
        describe();
        update();
    }
}

void ProbabilityBars::describe() {
    QString text = tr("No answer yet");
    if (m_verdict) {
        const Probabilities& probabilities = m_verdict->probabilities;
        const int digit = digitOf(probabilities);
        const auto percent = [&](int index) {
            return percentText(double{probabilities[static_cast<std::size_t>(index)]});
        };
        const auto second = runnerUp(probabilities, kRunnerUp);
        text = second ? tr("%1 with %2 percent, then %3 with %4 percent")
                            .arg(digit)
                            .arg(percent(digit))
                            .arg(*second)
                            .arg(percent(*second))
                      : tr("%1 with %2 percent").arg(digit).arg(percent(digit));
        if (refusalOf(*m_verdict) == Refusal::NoDigit) {
            text = tr("Not a digit; of digits %1").arg(text);
        }
    }
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

void ProbabilityBars::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFont small = smallFont(*this);
    const double left = QFontMetricsF(bold).horizontalAdvance(u'0') + 10;
    const double right = QFontMetricsF(small).horizontalAdvance(percentText(1)) + 8;
    const double row = height() / double{kDigits};
    const Probabilities probabilities = m_verdict ? m_verdict->probabilities : Probabilities{};
    const bool named = m_verdict && !isRejected(*m_verdict);
    const int winner = named ? digitOf(probabilities) : -1;
    const int second = named ? runnerUp(probabilities, kRunnerUp).value_or(-1) : -1;

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int digit = 0; digit < kDigits; ++digit) {
        const QRectF line(0, digit * row, width(), row);
        painter.setFont(bold);
        painter.setPen(m_verdict ? theme.text : theme.muted);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(digit));

        painter.setPen(Qt::NoPen);
        const QRectF track(left, line.center().y() - kBarHeight / 2, width() - left - right,
                           kBarHeight);
        paintBar(painter, track, 1, theme.field);
        if (!m_verdict) {
            continue;
        }
        const auto share = double{probabilities[static_cast<std::size_t>(digit)]};
        paintBar(painter, track, share,
                 digit == winner   ? theme.accent
                 : digit == second ? theme.second
                                   : theme.muted);
        painter.setFont(small);
        painter.setPen(digit == winner ? theme.text : theme.muted);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, percentText(share));
    }
}

} // namespace digitlab
