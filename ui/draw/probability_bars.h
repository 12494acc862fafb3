// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdict.h"
#include "ui/pace.h"

#include <QFont>
#include <QHash>
#include <QStaticText>
#include <QWidget>

#include <array>
#include <optional>

namespace digitlab {

/// How likely each digit is: ten bars with their percentages, the winner in the accent, a
/// runner-up of at least 2 % in the second colour. All muted where no digit is named.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    enum class Rank { Other, Winner, Second };
    /// What a row shows.
    struct Row {
        int permille = -1; ///< the probability, as exact as it is shown; -1 = no answer
        Rank rank = Rank::Other;

        bool operator==(const Row&) const = default;
    };
    using Rows = std::array<Row, 10>;

    /// What the bars show of a verdict: the same for two that differ by less than can be read.
    static Rows rowsOf(const std::optional<Verdict>& verdict);

    explicit ProbabilityBars(QWidget* parent = nullptr);

    /// Nothing = no answer: the bars are empty and bear no numbers.
    void setVerdict(const std::optional<Verdict>& verdict);
    [[nodiscard]] const std::optional<Verdict>& verdict() const { return m_verdict; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What painting a row needs and only another font or language changes.
    struct Style {
        QFont bold, small;
        double left = 0; ///< of the bar: width of the digit before it
        double right = 0;
        std::array<QStaticText, 10> digits;
        QHash<int, QStaticText> percents; ///< by their permille, as far as they were needed
    };

    void describe();
    void makeStyle();
    [[nodiscard]] QRectF rowRect(int digit) const;
    void paintRow(QPainter& painter, int digit);

    std::optional<Verdict> m_verdict;
    Rows m_rows;
    Style m_style;
    Pace m_describe;
};

} // namespace digitlab
