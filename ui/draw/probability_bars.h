// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdict.h"

#include <QWidget>

#include <optional>

namespace digitlab {

/// How likely each digit is: ten bars with their percentages, the winner in the accent, a
/// runner-up of at least 2 % in the second colour. All muted where no digit is named.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    /// Nothing = no answer: the bars are empty and bear no numbers.
    void setVerdict(const std::optional<Verdict>& verdict);
    [[nodiscard]] const std::optional<Verdict>& verdict() const { return m_verdict; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    std::optional<Verdict> m_verdict;
};

} // namespace digitlab
