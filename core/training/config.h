// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <string>

namespace digitlab {

enum class Optimizer { Sgd, Adam, AdamW, RmsProp };
enum class Schedule { Constant, Step, Cosine, OneCycle };
enum class Device { Cpu, Cuda };
enum class Precision { Float32, BFloat16 };

/// Random changes to each training image, drawn anew each epoch; 0 = none.
struct Augmentation {
    double rotation = 0;    ///< at most so many degrees, to either side
    double shift = 0;       ///< at most so many pixels, in each direction
    double scale = 0;       ///< at most so many percent, up or down
    double shear = 0;       ///< at most so many degrees of slant, to either side
    double elastic = 0;     ///< each point of the image moves by at most so many pixels, smoothly
    double strokeWidth = 0; ///< strokes become at most so many pixels wider or narrower

    [[nodiscard]] bool any() const {
        return rotation > 0 || shift > 0 || scale > 0 || shear > 0 || elastic > 0 ||
               strokeWidth > 0;
    }
    bool operator==(const Augmentation&) const = default;
};

inline constexpr int kMostTrainImages = 10'000'000;

/// All that decides what a training run does. The defaults are those of the preset `article`.
struct TrainingConfig {
    std::string preset = "article"; ///< where it started from
    NetworkSpec network;

    int batchSize = 64;
    int epochs = 5;
    double learningRate = 0.05; ///< the highest, where a schedule changes it
    Optimizer optimizer = Optimizer::Sgd;
    double momentum = 0.9; ///< SGD and RMSprop
    bool nesterov = false; ///< SGD
    double weightDecay = 0;
    Schedule schedule = Schedule::OneCycle;
    int stepEpochs = 2;      ///< Schedule::Step: epochs between two steps
    double stepFactor = 0.3; ///< Schedule::Step: what each step multiplies the learning rate by

    Augmentation augmentation;
    double synthetic = 0; ///< percent of what is fed that are drawn digits instead of images
    double nonDigits = 0; ///< percent of what is fed that is drawn and no digit

    double myDigits = 5;     ///< percent of what is fed that are the person's own, if there are any
    int trainImages = 60000; ///< at most so many are learned from
    double validationShare = 5; ///< percent of the training set held out for validation
    int patience = 0; ///< stop after so many epochs without a better validation loss; 0 = never
    std::int64_t seed = 1;
    Device device = Device::Cpu;
    Precision precision = Precision::Float32; ///< of what dense layers multiply
    int threads = 0; ///< that train; 0 = one for each of the processor's cores

    bool operator==(const TrainingConfig&) const = default;
};

/// The configuration of a model, which may come from another machine, for this one: with the
/// device, the precision and the threads of a configuration that was made here.
inline TrainingConfig onMachineOf(const TrainingConfig& here, TrainingConfig config) {
    config.device = here.device;
    config.precision = here.precision;
    config.threads = here.threads;
    return config;
}

} // namespace digitlab
