// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_checks.h"

#include "core/engine/device.h"
#include "core/engine/weights.h"
#include "core/error.h"
#include "core/training/fields.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include <unistd.h>

namespace digitlab {

namespace {

constexpr int kMaxThreads = 8; ///< more would wait for each other most of the time

void check(const TrainingConfig& config) {
    if (const auto problems = problemsOf(config); !problems.empty()) {
        throw Error(problems.front().message);
    }
    if (const Message problem = precisionProblem(config.precision); !problem.empty()) {
        throw Error(Message(DIGITLAB_TEXT("core", "The precision \"bfloat16\" cannot be used: %1. "
                                                  "Choose \"float32\" instead."),
                            {nested(problem)}));
    }
    for (const Layer& layer : layersOf(config.network)) {
        if (layer.kind == LayerKind::BatchNorm && layer.out.isFlat() && config.batchSize == 1) {
            throw Error(Message(
                DIGITLAB_TEXT("core", "Batch norm behind maps of one pixel cannot learn from one "
                                      "image at a time; a batch size of at least 2 is expected.")));
        }
    }
}

/// All that this machine has, in bytes.
double physicalMemory() {
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<double>(sysconf(_SC_PAGE_SIZE));
}

} // namespace

void checkMemory(const TrainingConfig& config, double bytes) {
    double floats = 0; // of an image: each convolution's maps, and pooled ones with their gradient
    std::size_t conv = 0;
    for (const Layer& layer : layersOf(config.network)) {
        if (layer.kind == LayerKind::Conv) {
            const double pool = config.network.convs.at(conv++).pool;
            floats += static_cast<double>(layer.out.size()) * (1 + 2 / (pool * pool));
        }
    }
    const double needed = floats * sizeof(float) * config.batchSize;
    if (needed > bytes) {
        constexpr double kGigabyte = 1e9;
        const auto rounded = [](double value) { return std::round(10 * value / kGigabyte) / 10; };
        throw Error(
            Message(DIGITLAB_TEXT("core", "The maps of a batch of %1 images take %2 GB of memory "
                                          "in this network; at most %3 GB are there. Choose "
                                          "smaller batches, fewer channels or earlier pooling."),
                    {std::int64_t{config.batchSize}, rounded(needed), rounded(bytes)}));
    }
}

TrainingConfig decidedConfig(const TrainingConfig& config) {
    check(config);
    if (config.device == Device::Cpu) {
        checkMemory(config, physicalMemory());
    }
    TrainingConfig decided = config;
    if (config.threads == 0) {
        const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        decided.threads = std::min(cores, kMaxThreads);
    }
    return decided;
}

std::int64_t stepsPerEpoch(std::int64_t images, std::int64_t batchSize) {
    const std::int64_t full = images / batchSize;
    const std::int64_t rest = images % batchSize;
    return full + (rest > 1 || (rest == 1 && full == 0) ? 1 : 0);
}

void checkCheckpoint(const Checkpoint& checkpoint) {
    checkTensors(checkpoint.tensors,
                 checkpointTensorsOf(checkpoint.config(), checkpoint.bestEpoch > 0));
    checkUnfinished(checkpoint);
}

void checkSameData(const Checkpoint& checkpoint, const RunStart& start, std::uint32_t checksum) {
    const RunStart& before = checkpoint.history.start;
    if (checksum != checkpoint.imagesChecksum || start.trainImages != before.trainImages ||
        start.validationImages != before.validationImages ||
        start.stepsPerEpoch != before.stepsPerEpoch) {
        throw Error(Message(
            DIGITLAB_TEXT("core", "The run cannot go on with other images than it began with: it "
                                  "learned from %1 of a training set with the checksum %2; this "
                                  "one gives %3, and its checksum is %4."),
            {before.trainImages, std::int64_t{checkpoint.imagesChecksum}, start.trainImages,
             std::int64_t{checksum}}));
    }
}

} // namespace digitlab
