// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scores.h"

#include <algorithm>
#include <cmath>

namespace digitlab {

namespace {

/// Collects confidence and truth in 15 equal bins; see Guo et al. 2017, section 2.
class Calibration {
public:
    void add(double confidence, bool correct) {
        // "Not a number" from a broken network goes to the first bin too.
        const double place = confidence > 0 ? confidence * static_cast<double>(kBins) : 0;
        const auto bin = std::min(kBins - 1, static_cast<std::size_t>(place));
        m_count[bin] += 1;
        m_confidence[bin] += confidence;
        m_correct[bin] += correct ? 1 : 0;
    }

    [[nodiscard]] double error() const {
        double sum = 0;
        double count = 0;
        for (std::size_t i = 0; i < kBins; ++i) {
            sum += std::abs(m_confidence[i] - m_correct[i]);
            count += m_count[i];
        }
        return count == 0 ? 0 : sum / count;
    }

private:
    static constexpr std::size_t kBins = 15;
    std::array<double, kBins> m_count{};
    std::array<double, kBins> m_confidence{};
    std::array<double, kBins> m_correct{};
};

} // namespace

Scores score(std::span<const Verdict> verdicts, std::span<const std::optional<int>> labels) {
    constexpr double kSmallest = 1e-12; // keeps the logarithm finite
    Scores scores;
    Calibration calibration;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const bool rejected = isRejected(verdicts[i]);
        if (!labels[i]) {
            scores.nonDigits += 1;
            scores.nonDigitsRejected += rejected ? 1 : 0;
            continue;
        }
        const auto truth = static_cast<std::size_t>(*labels[i]);
        const Probabilities& probabilities = verdicts[i].probabilities;
        const auto answer = static_cast<std::size_t>(digitOf(probabilities));
        scores.count += 1;
        scores.correct += truth == answer ? 1 : 0;
        scores.rejected += rejected ? 1 : 0;
        scores.confusion[truth][answer] += 1;
        scores.loss -= std::log(std::max<double>(kSmallest, probabilities[truth]));
        calibration.add(probabilities[answer], truth == answer);
    }
    if (scores.count > 0) {
        scores.loss /= static_cast<double>(scores.count);
    }
    scores.ece = calibration.error();
    return scores;
}

} // namespace digitlab
