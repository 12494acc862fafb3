// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/progress_reporter.h"

#include "core/error.h"

#include <ATen/ATen.h>

#include <cmath>

namespace digitlab {

namespace {

constexpr auto kInterval = std::chrono::milliseconds(100); ///< between two reports
constexpr double kSpeedMemory = 2; ///< seconds over which the speed is smoothed

double seconds(ProgressReporter::Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

} // namespace

ProgressReporter::ProgressReporter(const RunStart& start, RunObserver& observer)
    : m_start(start)
    , m_observer(observer) {}

void ProgressReporter::beginEpoch(int epoch, const EpochSums& sums) {
    m_epoch = epoch;
    m_sums = sums;
    m_lastReport = Clock::now();
}

void ProgressReporter::resume(std::int64_t step, std::int64_t images) {
    m_step = step;
    m_images = images;
}

void ProgressReporter::add(std::int64_t images, std::int64_t digits, double learningRate,
                           at::Tensor loss, at::Tensor correct) {
    m_pending.push_back({++m_step, images, digits, std::move(loss), std::move(correct)});
    m_learningRate = learningRate;
    m_images += images;
}

bool ProgressReporter::isDue() const {
    return Clock::now() - m_lastReport >= kInterval;
}

void ProgressReporter::report() {
    if (m_pending.empty()) {
        return;
    }
    Progress progress{
        m_epoch, m_step, m_start.stepsPerEpoch * m_start.config.epochs, m_learningRate, 0, 0, {}};
    std::int64_t images = 0;
    bool isFinite = true;
    for (const Batch& batch : std::exchange(m_pending, {})) {
        const double loss = batch.loss.item<double>();
        isFinite = std::isfinite(loss);
        if (!isFinite) {
            m_step = batch.step;
            break;
        }
        const auto size = static_cast<double>(batch.images);
        const double correct = batch.correct.item<double>();
        const auto digits = static_cast<double>(batch.digits);
        progress.batches.push_back({batch.step, loss, correct / std::max(digits, 1.0)});
        progress.step = batch.step;
        images += batch.images;
        m_sums.images += size;
        m_sums.digits += digits;
        m_sums.loss += loss * size;
        m_sums.correct += correct;
    }
    if (!progress.batches.empty()) {
        updateSpeed(images);
        progress.imagesPerSecond = m_imagesPerSecond;
        progress.secondsLeft = secondsLeft();
        m_observer.progressed(progress);
    }
    if (!isFinite) {
        throw Error(
            Message(DIGITLAB_TEXT("core", "The loss is no longer a finite number (epoch %1, step "
                                          "%2). A learning rate lower than %3 may help."),
                    {std::int64_t{m_epoch}, m_step, m_start.config.learningRate}));
    }
}

void ProgressReporter::updateSpeed(std::int64_t images) {
    const Clock::time_point now = Clock::now();
    const double passed = std::max(1e-6, seconds(now - m_lastReport));
    const double speed = static_cast<double>(images) / passed;
    const double weight = m_imagesPerSecond > 0 ? 1 - std::exp(-passed / kSpeedMemory) : 1;
    m_imagesPerSecond += weight * (speed - m_imagesPerSecond);
    m_lastReport = now;
}

double ProgressReporter::secondsLeft() const {
    const std::int64_t done = m_step - (m_epoch - 1) * m_start.stepsPerEpoch;
    const double epochsLeft =
        m_start.config.epochs - m_epoch + 1 -
        static_cast<double>(done) / static_cast<double>(m_start.stepsPerEpoch);
    const double imagesLeft = epochsLeft * static_cast<double>(m_start.trainImages);
    return imagesLeft / m_imagesPerSecond + std::ceil(epochsLeft) * m_validationSeconds;
}

} // namespace digitlab
