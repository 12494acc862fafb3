// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mistakes/confusion_matrix.h"

#include "ui/own_keys.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace digitlab {

namespace {

constexpr int kDigits = 10;
constexpr int kLargestCell = 28;
constexpr int kSmallestCell = 16;
constexpr int kSide = 18;        // column of the digits
constexpr int kLine = 16;        // of the heads above
constexpr int kTop = 2 * kLine;  // what the columns are, and their digits
constexpr int kShareWidth = 48;  // how many of a hundred were read
constexpr double kPalest = 0.15; // of the accent, behind a single mistake

} // namespace

ConfusionMatrix::ConfusionMatrix(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Confusion matrix"));
    setScores({});
}

void ConfusionMatrix::setScores(const Scores& scores) {
    m_scores = scores;
    m_mostMistakes = 1;
    m_mostRight = 0;
    for (int truth = 0; truth < kDigits; ++truth) {
        m_mostRight = std::max(m_mostRight, count({truth, truth}));
        for (int answer = 0; answer < kDigits; ++answer) {
            if (answer != truth) {
                m_mostMistakes = std::max(m_mostMistakes, count({truth, answer}));
            }
        }
    }
    choose({});
    update();
}

void ConfusionMatrix::choose(std::optional<ConfusionCell> cell) {
    setAccessibleDescription(
        cell
            ? textOf(*cell)
            : tr("Rows are digits, columns what they were read as. Choose one by the arrow keys."));
    if (cell != m_chosen) {
        m_chosen = cell;
        update();
        Q_EMIT cellChosen();
    }
}

std::int64_t ConfusionMatrix::count(const ConfusionCell& cell) const {
    return m_scores
        .confusion[static_cast<std::size_t>(cell.truth)][static_cast<std::size_t>(cell.answer)];
}

QString ConfusionMatrix::textOf(const ConfusionCell& cell) const {
    const QLocale locale;
    const auto& row = m_scores.confusion[static_cast<std::size_t>(cell.truth)];
    const QString all = locale.toString(std::accumulate(row.begin(), row.end(), std::int64_t{0}));
    const QString some = locale.toString(count(cell));
    return cell.truth == cell.answer
               ? tr("%1: %2 of %3 read").arg(QString::number(cell.truth), some, all)
               : tr("%1 read as %2: %3 of %4")
                     .arg(QString::number(cell.truth), QString::number(cell.answer), some, all);
}

// ---------------------------------------------------------------------------------- the places

int ConfusionMatrix::cellSide() const {
    const int side =
        std::min((width() - kSide - kShareWidth) / kDigits, (height() - kTop) / kDigits);
    return std::clamp(side, kSmallestCell, kLargestCell);
}

QRect ConfusionMatrix::area(const ConfusionCell& cell) const {
    const int side = cellSide();
    return {kSide + cell.answer * side, kTop + cell.truth * side, side, side};
}

std::optional<ConfusionCell> ConfusionMatrix::cellAt(QPoint place) const {
    const QPoint inside = place - QPoint(kSide, kTop);
    const ConfusionCell cell{inside.y() / cellSide(), inside.x() / cellSide()};
    const bool isCell =
        inside.x() >= 0 && inside.y() >= 0 && cell.truth < kDigits && cell.answer < kDigits;
    return isCell ? std::optional(cell) : std::nullopt;
}

QSize ConfusionMatrix::sizeHint() const {
    return {kSide + kDigits * kLargestCell + kShareWidth, kTop + kDigits * kLargestCell};
}

QSize ConfusionMatrix::minimumSizeHint() const {
    return {kSide + kDigits * kSmallestCell + kShareWidth, kTop + kDigits * kSmallestCell};
}

// ---------------------------------------------------------------------------------- the events

bool ConfusionMatrix::event(QEvent* event) {
    if (m_chosen && claimsKey(event, {Qt::Key_Escape})) {
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto cell = cellAt(help->pos())) {
            QToolTip::showText(help->globalPos(), textOf(*cell), this, area(*cell));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void ConfusionMatrix::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        const auto cell = cellAt(event->position().toPoint());
        choose(cell == m_chosen ? std::nullopt : cell);
    }
}

void ConfusionMatrix::keyPressEvent(QKeyEvent* event) {
    ConfusionCell cell = m_chosen.value_or(ConfusionCell{});
    switch (event->key()) {
    case Qt::Key_Left:
        --cell.answer;
        break;
    case Qt::Key_Right:
        ++cell.answer;
        break;
    case Qt::Key_Up:
        --cell.truth;
        break;
    case Qt::Key_Down:
        ++cell.truth;
        break;
    case Qt::Key_Escape:
        choose({});
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (!m_chosen) {
        choose(ConfusionCell{});
        return;
    }
    choose(ConfusionCell{std::clamp(cell.truth, 0, kDigits - 1),
                         std::clamp(cell.answer, 0, kDigits - 1)});
}

void ConfusionMatrix::focusInEvent(QFocusEvent*) {
    update();
}

void ConfusionMatrix::focusOutEvent(QFocusEvent*) {
    update();
}

// -------------------------------------------------------------------------------- the painting

void ConfusionMatrix::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(smallFont(*this));
    paintHeads(painter);
    const auto paintCells = [&](auto paint) {
        for (int truth = 0; truth < kDigits; ++truth) {
            for (int answer = 0; answer < kDigits; ++answer) {
                (this->*paint)(painter, {truth, answer});
            }
        }
    };
    paintCells(&ConfusionMatrix::paintCell);
    paintCells(&ConfusionMatrix::paintCount); // which may reach a little into the next cell
    if (m_chosen) {
        const Theme theme = Theme::of(palette());
        const bool isRow = m_chosen->truth == m_chosen->answer;
        const QRect chosen = isRow
                                 ? area({m_chosen->truth, 0}) | area({m_chosen->truth, kDigits - 1})
                                 : area(*m_chosen);
        painter.setPen(QPen(hasFocus() ? theme.second : theme.muted, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(chosen);
    }
}

void ConfusionMatrix::paintHeads(QPainter& painter) const {
    const QLocale locale;
    painter.setPen(Theme::of(palette()).muted);
    for (int digit = 0; digit < kDigits; ++digit) {
        const QRect cell = area({digit, digit});
        const QString name = QString::number(digit);
        painter.drawText(QRect(cell.x(), kLine, cell.width(), kLine), Qt::AlignCenter, name);
        painter.drawText(QRect(0, cell.y(), kSide, cell.height()), Qt::AlignCenter, name);
        const auto& row = m_scores.confusion[static_cast<std::size_t>(digit)];
        const auto all = std::accumulate(row.begin(), row.end(), std::int64_t{0});
        if (all > 0) {
            const double share =
                100.0 * static_cast<double>(count({digit, digit})) / static_cast<double>(all);
            const QRect end(area({digit, kDigits - 1}).right() + 1, cell.y(), kShareWidth,
                            cell.height());
            painter.drawText(end, Qt::AlignRight | Qt::AlignVCenter,
                             locale.toString(share, 'f', 1));
        }
    }
    const int right = area({0, kDigits - 1}).right() + 1;
    painter.drawText(QRect(right, kLine, kShareWidth, kLine), Qt::AlignRight | Qt::AlignVCenter,
                     tr("% read"));
    painter.drawText(QRect(kSide, 0, right - kSide, kLine), Qt::AlignCenter, tr("read as"));
    painter.drawText(QRect(0, kLine, kSide, kLine), Qt::AlignCenter, tr("is", "a digit"));
}

/// 0 … 1, how strongly a cell is coloured. It goes by the root of the count: else all but the
/// commonest mistake would look like none.
double ConfusionMatrix::strength(const ConfusionCell& cell) const {
    const std::int64_t images = count(cell);
    if (cell.truth == cell.answer || images == 0) {
        return 0;
    }
    const double share = static_cast<double>(images) / static_cast<double>(m_mostMistakes);
    return kPalest + (1 - kPalest) * std::sqrt(share);
}

void ConfusionMatrix::paintCell(QPainter& painter, const ConfusionCell& cell) const {
    const Theme theme = Theme::of(palette());
    const QRect square = area(cell).adjusted(1, 1, -1, -1);
    painter.fillRect(square, theme.field);
    QColor color = theme.accent;
    color.setAlphaF(static_cast<float>(strength(cell)));
    painter.fillRect(square, color);
}

void ConfusionMatrix::paintCount(QPainter& painter, const ConfusionCell& cell) const {
    const Theme theme = Theme::of(palette());
    const QString text = QString::number(count(cell));
    const QRect place = area(cell).adjusted(-1, 0, 1, 0);
    const std::int64_t widest = cell.truth == cell.answer ? m_mostRight : count(cell);
    const int width = painter.fontMetrics().horizontalAdvance(QString::number(widest));
    if (count(cell) == 0 || width > place.width()) {
        return; // the tool tip tells it; of the diagonal all are shown or none
    }
    painter.setPen(cell.truth == cell.answer ? theme.muted
                   : strength(cell) > 0.6    ? theme.onAccent
                                             : theme.text);
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace digitlab
