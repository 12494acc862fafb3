// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/probability_bars.h"

#include "ui/draw/answer.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace digitlab {

namespace {

constexpr int kDigits = 10;
constexpr double kBarHeight = 8;
constexpr double kRunnerUp = 0.02;
constexpr int kBetweenDescriptions = 250; ///< milliseconds; nobody could listen to more

QString percentText(double probability) {
    return QLocale().toString(100 * probability, 'f', 1);
}

QStaticText prepared(const QString& text, const QFont& font) {
    QStaticText prepared(text);
    prepared.setTextFormat(Qt::PlainText);
    prepared.prepare({}, font);
    return prepared;
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
    : QWidget(parent)
    , m_describe(kBetweenDescriptions, [this] { describe(); }) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent); // it is painted often: without what is behind it
    setAccessibleName(tr("Probability of each digit"));
    setToolTip(tr("How likely each digit is, in percent"));
    makeStyle();
    m_describe.request();
}

QSize ProbabilityBars::sizeHint() const {
    const int row = std::max(20, QFontMetrics(smallFont(*this)).height() + 4);
    return {208, kDigits * row};
}

QSize ProbabilityBars::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

void ProbabilityBars::setVerdict(const std::optional<Verdict>& verdict) {
    if (verdict == m_verdict) {
        return;
    }
    m_verdict = verdict;
    m_describe.request();
    const Rows rows = rowsOf(m_verdict);
    for (int digit = 0; digit < kDigits; ++digit) { // most stay as they are while a hand moves
        const auto index = static_cast<std::size_t>(digit);
        if (rows[index] != m_rows[index]) {
            update(rowRect(digit).toAlignedRect());
        }
    }
    m_rows = rows;
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

ProbabilityBars::Rows ProbabilityBars::rowsOf(const std::optional<Verdict>& verdict) {
    Rows rows;
    if (!verdict) {
        return rows;
    }
    const Probabilities& probabilities = verdict->probabilities;
    for (std::size_t digit = 0; digit < rows.size(); ++digit) {
        rows[digit] = {qRound(1000 * probabilities[digit]), Rank::Other};
    }
    if (!isRejected(*verdict)) {
        rows[static_cast<std::size_t>(digitOf(probabilities))].rank = Rank::Winner;
        if (const auto second = runnerUp(probabilities, kRunnerUp)) {
            rows[static_cast<std::size_t>(*second)].rank = Rank::Second;
        }
    }
    return rows;
}

QRectF ProbabilityBars::rowRect(int digit) const {
    const double height = this->height() / double{kDigits};
    return {0, digit * height, double(width()), height};
}

/// Texts whose glyphs are laid out once: these are painted again and again.
void ProbabilityBars::makeStyle() {
    m_style = {};
    m_style.bold = font();
    m_style.bold.setWeight(QFont::DemiBold);
    m_style.small = smallFont(*this);
    m_style.left = QFontMetricsF(m_style.bold).horizontalAdvance(u'0') + 10;
    m_style.right = QFontMetricsF(m_style.small).horizontalAdvance(percentText(1)) + 8;
    for (int digit = 0; digit < kDigits; ++digit) {
        m_style.digits[static_cast<std::size_t>(digit)] =
            prepared(QLocale().toString(digit), m_style.bold);
    }
}

void ProbabilityBars::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        makeStyle();
    }
}

void ProbabilityBars::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), Theme::of(palette()).surface);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int digit = 0; digit < kDigits; ++digit) {
        if (event->region().intersects(rowRect(digit).toAlignedRect())) {
            paintRow(painter, digit);
        }
    }
}

void ProbabilityBars::paintRow(QPainter& painter, int digit) {
    const Theme theme = Theme::of(palette());
    const QRectF line = rowRect(digit);
    const Row& row = m_rows[static_cast<std::size_t>(digit)];
    const auto topOf = [&line](const QStaticText& text) {
        return line.center().y() - text.size().height() / 2;
    };

    const QStaticText& name = m_style.digits[static_cast<std::size_t>(digit)];
    painter.setFont(m_style.bold);
    painter.setPen(row.permille >= 0 ? theme.text : theme.muted);
    painter.drawStaticText(QPointF(line.left(), topOf(name)), name);

    painter.setPen(Qt::NoPen);
    const QRectF track(m_style.left, line.center().y() - kBarHeight / 2,
                       width() - m_style.left - m_style.right, kBarHeight);
    paintBar(painter, track, 1, theme.field);
    if (row.permille < 0) {
        return;
    }
    const double share = row.permille / 1000.0;
    paintBar(painter, track, share,
             row.rank == Rank::Winner   ? theme.accent
             : row.rank == Rank::Second ? theme.second
                                        : theme.muted);
    QStaticText& percent = m_style.percents[row.permille];
    if (percent.text().isEmpty()) {
        percent = prepared(percentText(share), m_style.small);
    }
    painter.setFont(m_style.small);
    painter.setPen(row.rank == Rank::Winner ? theme.text : theme.muted);
    painter.drawStaticText(QPointF(line.right() - percent.size().width(), topOf(percent)), percent);
}

} // namespace digitlab
