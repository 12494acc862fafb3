// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/evaluation/scores.h"
#include "core/ink/digit_image.h"
#include "core/model/model.h"
#include "core/training/checkpoint.h"
#include "core/training/run.h"
#include "core/training/run_control.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace digitlab {

/// What one layer gave for one image.
struct Activation {
    std::size_t layer = 0; ///< index in layersOf()
    Shape shape;
    std::vector<float> values; ///< channels × height × width
};

/// An answer with its reasons.
struct Insight {
    Verdict verdict;
    std::vector<Activation> activations; ///< one for each of shownLayers(), in that order
};

/// A network that cannot change any more. Every function may be called from any thread, by several
/// at once.
class Classifier {
public:
    virtual ~Classifier() = default;

    /// Description, weights and scores.
    [[nodiscard]] virtual const Model& model() const = 0;

    /// One verdict for each image.
    [[nodiscard]] virtual std::vector<Verdict>
    classify(std::span<const DigitImage> images) const = 0;

    /// The answer for one image, and what each shown layer made of it.
    [[nodiscard]] virtual Insight lookInside(const DigitImage& image) const = 0;
};

/// A device that a network can run on.
struct DeviceInfo {
    Device device = Device::Cpu;
    std::string name;
    bool available = false;
    Message reason; ///< why it is not available
};

/// A precision that a network can be trained in.
struct PrecisionInfo {
    Precision precision = Precision::Float32;
    bool available = false;
    Message reason; ///< why it is not available
};

struct EngineInfo {
    std::string name;           ///< "LibTorch"
    std::string version;        ///< "1.13.1"
    std::string blas;           ///< "OpenBLAS 0.3.21 (openmp, SkylakeX)"
    bool referenceBlas = false; ///< true where matrix products run on the slow reference BLAS
    std::string processor;      ///< vector instructions that the engine uses
    int threads = 1;            ///< at most
    std::vector<DeviceInfo> devices;
    std::vector<PrecisionInfo> precisions;
};

/// Carries out what the descriptions say. The functions block; train() may run beside the others,
/// in a thread of its own. All throw Error.
class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual EngineInfo info() const = 0;

    /// A network with fresh random weights, from the configuration's seed.
    [[nodiscard]] virtual Model create(const TrainingConfig& config) const = 0;

    /// A classifier that runs on `device`. The model must fit its own description.
    [[nodiscard]] virtual std::shared_ptr<const Classifier>
    load(Model model, Device device = Device::Cpu) const = 0;

    /// Trains from fresh weights, scores the test set at the end (also after a stop), and says how
    /// it ended. A run that fails is an outcome, not an exception. The same configuration gives the
    /// same weights, bit for bit.
    [[nodiscard]] virtual RunOutcome train(const TrainingConfig& config, const DigitData& data,
                                           RunControl& control, RunObserver& observer) const = 0;

    /// Goes on from a model's weights, which must be those of the configuration's network, and
    /// gives others: neither scored, nor with a confidence fitted to them.
    [[nodiscard]] virtual RunOutcome fineTune(const Model& start, const TrainingConfig& config,
                                              const DigitData& data, RunControl& control,
                                              RunObserver& observer) const = 0;

    /// Goes on with a run from its checkpoint. With the same data, on a processor with the same
    /// instructions, the weights become those of a run that was never interrupted, bit for bit. The
    /// run fails where the training set is another one, or nothing is left to do.
    [[nodiscard]] virtual RunOutcome resume(const Checkpoint& checkpoint, const DigitData& data,
                                            RunControl& control, RunObserver& observer) const = 0;
};

/// What the engine module exports under the name kCreateEngine.
using CreateEngine = Engine* (*)();
inline constexpr const char* kCreateEngine = "digitlab_create_engine";

} // namespace digitlab
