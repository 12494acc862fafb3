// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"

#include <QWidget>

#include <optional>

namespace digitlab {

/// How likely each digit is: ten bars with their percentages, the winner in the accent, a
/// runner-up of at least 2 % in the second colour.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    /// Nothing = no answer: the bars are empty and bear no numbers.
    void setProbabilities(const std::optional<Probabilities>& probabilities);
    [[nodiscard]] const std::optional<Probabilities>& probabilities() const {
        return m_probabilities;
    }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    std::optional<Probabilities> m_probabilities;
};

} // namespace digitlab
