// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <chrono>

namespace digitlab {

/// Collects how the batches of a run go and tells the observer, at most ten times a second. Losses
/// stay where they were computed until then, so that a step need not wait for its own loss.
class ProgressReporter {
public:
    using Clock = std::chrono::steady_clock;

    ProgressReporter(const RunStart& start, RunObserver& observer);

    /// `sums` are what an epoch that is resumed has come to already.
    void beginEpoch(int epoch, const EpochSums& sums = {});

    /// Goes on behind so many batches, which had so many images.
    void resume(std::int64_t step, std::int64_t images);

    /// A batch is done. `loss` is its mean, `correct` the number of right answers about those of
    /// its images that are digits.
    void add(std::int64_t images, std::int64_t digits, double learningRate, at::Tensor loss,
             at::Tensor correct);

    /// Time that passed without training; the speed does not count it.
    void skip(Clock::duration pause) { m_lastReport += pause; }

    [[nodiscard]] bool isDue() const;

    /// Tells of all batches since the last time; of none, nothing. Throws Error where a loss was
    /// not finite, after telling of those before it.
    void report();

    /// What the batches of this epoch that were reported came to; without its seconds.
    [[nodiscard]] const EpochSums& epoch() const { return m_sums; }
    [[nodiscard]] double epochLoss() const { return m_sums.loss / m_sums.images; }
    [[nodiscard]] double epochAccuracy() const {
        return m_sums.correct / std::max(m_sums.digits, 1.0);
    }

    [[nodiscard]] std::int64_t step() const { return m_step; }
    [[nodiscard]] std::int64_t images() const { return m_images; } ///< learned from, in all

    /// What validation took, to foretell the time that is left.
    void setValidationSeconds(double seconds) { m_validationSeconds = seconds; }

private:
    struct Batch {
        std::int64_t step;
        std::int64_t images;
        std::int64_t digits;
        at::Tensor loss;
        at::Tensor correct;
    };

    void updateSpeed(std::int64_t images);
    [[nodiscard]] double secondsLeft() const;

    RunStart m_start;
    RunObserver& m_observer;
    std::vector<Batch> m_pending;
    Clock::time_point m_lastReport = Clock::now();
    int m_epoch = 0;
    std::int64_t m_step = 0;
    std::int64_t m_images = 0;
    double m_learningRate = 0;
    EpochSums m_sums;
    double m_imagesPerSecond = 0;
    double m_validationSeconds = 0;
};

} // namespace digitlab
