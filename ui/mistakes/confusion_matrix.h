// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"

#include <QWidget>

#include <optional>

namespace digitlab {

/// A cell of a confusion matrix. On the diagonal it stands for all mistakes of its row.
struct ConfusionCell {
    int truth = 0;
    int answer = 0;

    bool operator==(const ConfusionCell&) const = default;
};

/// A confusion matrix: a row for each digit, a column for each answer, the mistakes the stronger
/// coloured the more there are, and behind each row how many of a hundred were read. One cell can
/// be chosen, by a click or the arrow keys; a second click, or Escape, chooses none.
class ConfusionMatrix : public QWidget {
    Q_OBJECT

public:
    explicit ConfusionMatrix(QWidget* parent = nullptr);

    /// Chooses none.
    void setScores(const Scores& scores);

    [[nodiscard]] std::optional<ConfusionCell> chosen() const { return m_chosen; }
    void choose(std::optional<ConfusionCell> cell);

    /// Where a cell is painted.
    [[nodiscard]] QRect area(const ConfusionCell& cell) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Another cell, or none, is chosen now.
    void cellChosen();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] int cellSide() const;
    [[nodiscard]] std::optional<ConfusionCell> cellAt(QPoint place) const;
    [[nodiscard]] std::int64_t count(const ConfusionCell& cell) const;
    [[nodiscard]] QString textOf(const ConfusionCell& cell) const;
    [[nodiscard]] double strength(const ConfusionCell& cell) const;
    void paintCell(QPainter& painter, const ConfusionCell& cell) const;
    void paintCount(QPainter& painter, const ConfusionCell& cell) const;
    void paintHeads(QPainter& painter) const;

    Scores m_scores;
    std::int64_t m_mostMistakes = 1; ///< in a cell
    std::int64_t m_mostRight = 0;    ///< in a cell of the diagonal
    std::optional<ConfusionCell> m_chosen;
};

} // namespace digitlab
