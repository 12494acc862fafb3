// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace digitlab {

class Classifier;
struct Checkpoint;

/// What is known when a run begins.
struct RunStart {
    TrainingConfig config;
    std::int64_t parameters = 0;
    std::int64_t trainImages = 0;
    std::int64_t validationImages = 0;
    std::int64_t stepsPerEpoch = 0;
    std::int64_t step = 0; ///< after which it begins: 0, or where a resumed run had come to
};

/// How one batch went.
struct BatchResult {
    std::int64_t step = 0; ///< since the start of the run, from 1
    double loss = 0;       ///< mean of the batch
    double accuracy = 0;   ///< 0 … 1
};

/// Told at most ten times a second; holds all batches since the last time.
struct Progress {
    int epoch = 0;         ///< from 1
    std::int64_t step = 0; ///< since the start of the run, from 1
    std::int64_t totalSteps = 0;
    double learningRate = 0;
    double imagesPerSecond = 0; ///< in the training loop, lately
    double secondsLeft = 0;     ///< estimate
    std::vector<BatchResult> batches;
};

/// How one epoch went.
struct EpochResult {
    int epoch = 0;         ///< from 1
    std::int64_t step = 0; ///< its last step, since the start of the run
    double trainLoss = 0;
    double trainAccuracy = 0;
    std::optional<double> validationLoss; ///< nothing where no image is held out
    std::optional<double> validationAccuracy;
    double seconds = 0; ///< training and validation
};

enum class RunStatus { Finished, Stopped, Failed };

/// How a run ended.
struct RunOutcome {
    RunStatus status = RunStatus::Failed;
    Message failure;                              ///< RunStatus::Failed: why
    std::shared_ptr<const Classifier> classifier; ///< what was learned; null where nothing was
    std::optional<double> testLoss;
    std::optional<double> testAccuracy; ///< 0 … 1
    double trainSeconds = 0;            ///< in the training loop alone
    double imagesPerSecond = 0;         ///< over trainSeconds
};

/// Hears of a run, in the thread that trains. Must be quick and must not throw.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    virtual void started(const RunStart&) {}
    virtual void progressed(const Progress&) {}
    virtual void epochEnded(const EpochResult&) {}

    /// Seconds between two snapshots of the network in training; 0 = none are wanted.
    [[nodiscard]] virtual double snapshotInterval() const { return 0; }
    virtual void snapshotTaken(std::shared_ptr<const Classifier>) {}

    /// Whether the run is to be resumable.
    [[nodiscard]] virtual bool wantsCheckpoints() const { return false; }
    /// Told after each epoch, and where the run is stopped.
    virtual void checkpointTaken(Checkpoint&&) {}
};

} // namespace digitlab
