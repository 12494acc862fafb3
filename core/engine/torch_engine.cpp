// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/torch_engine.h"

#include "core/engine/boundary.h"
#include "core/engine/classifier.h"
#include "core/engine/engine_info.h"
#include "core/engine/memory.h"
#include "core/engine/trainer.h"
#include "core/engine/weights.h"

namespace digitlab {

namespace {

class TorchEngine : public Engine {
public:
    [[nodiscard]] EngineInfo info() const override { return atBoundary(lookUpEngineInfo); }

    [[nodiscard]] Model create(const TrainingConfig& config) const override {
        return atBoundary([&] {
            const std::vector<Layer> layers = layersOf(config.network);
            return Model{
                config, {}, {}, fromTorch(tensorsOf(layers), freshWeights(layers, config.seed))};
        });
    }

    [[nodiscard]] std::shared_ptr<const Classifier> load(Model model,
                                                         Device device) const override {
        return atBoundary([&] {
            checkTensors(model.tensors, tensorsOf(layersOf(model.config.network)));
            return makeClassifier(std::move(model), device);
        });
    }

    [[nodiscard]] RunOutcome train(const TrainingConfig& config, const DigitData& data,
                                   RunControl& control, RunObserver& observer) const override {
        return outcomeOf([&] { return digitlab::train(config, data, control, observer); });
    }

    [[nodiscard]] RunOutcome fineTune(const Model& start, const TrainingConfig& config,
                                      const DigitData& data, RunControl& control,
                                      RunObserver& observer) const override {
        return outcomeOf(
            [&] { return digitlab::fineTune(start, config, data, control, observer); });
    }

    [[nodiscard]] RunOutcome resume(const Checkpoint& checkpoint, const DigitData& data,
                                    RunControl& control, RunObserver& observer) const override {
        return outcomeOf([&] { return digitlab::resume(checkpoint, data, control, observer); });
    }

private:
    /// A run that fails is an outcome.
    template <typename Run>
    static RunOutcome outcomeOf(Run run) {
        try {
            return atBoundary(run);
        } catch (const Error& error) {
            RunOutcome outcome;
            outcome.failure = error.message();
            return outcome;
        }
    }
};

} // namespace

std::unique_ptr<Engine> makeTorchEngine() {
    keepFreedMemory();
    return std::make_unique<TorchEngine>();
}

} // namespace digitlab
