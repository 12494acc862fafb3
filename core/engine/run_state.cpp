// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_state.h"

#include "core/engine/large_pages.h"
#include "core/engine/weights.h"

#include <span>

namespace digitlab {

namespace {

NetworkModule networkOf(const TrainingConfig& config, const std::vector<Tensor>* tensors,
                        c10::Device device) {
    std::vector<Layer> layers = layersOf(config.network);
    std::vector<at::Tensor> weights;
    if (tensors != nullptr) {
        weights = toTorch(std::span(*tensors).first(tensorsOf(layers).size()), device);
    } else {
        weights = freshWeights(layers, config.seed);
    }
    for (at::Tensor& weight : weights) {
        weight = inLargePages(weight.to(device));
    }
    return {std::move(layers), std::move(weights)};
}

std::unique_ptr<Learner> makeLearner(const TrainingConfig& config, NetworkModule& network,
                                     c10::Device device) {
    return device.is_cpu() ? makeLaneLearner(config, network)
                           : makeAutogradLearner(config, network, device);
}

} // namespace

RunState::RunState(const TrainingConfig& config, const std::vector<Tensor>* tensors,
                   c10::Device device)
    : network(networkOf(config, tensors, device))
    , learner(makeLearner(config, network, device))
    , earlyStopping(config.patience) {}

void RunState::restore(const Checkpoint& checkpoint) {
    const std::size_t weights = network.tensors().size();
    const std::size_t best = checkpoint.bestEpoch > 0 ? weights : 0;
    const std::span<const Tensor> all = checkpoint.tensors;
    const c10::Device device = network.tensors().front().device();
    learner->resume(checkpoint.step,
                    toTorch(all.subspan(weights, all.size() - weights - best), device));
    if (best > 0) {
        earlyStopping.resume(
            {checkpoint.bestEpoch, checkpoint.bestLoss, toTorch(all.last(best), device)});
    }
}

void RunState::save(Checkpoint& checkpoint) const {
    const EarlyStopping::Best& best = earlyStopping.best();
    std::vector<at::Tensor> tensors = network.tensors();
    const std::vector<at::Tensor> memory = learner->memory();
    tensors.insert(tensors.end(), memory.begin(), memory.end());
    tensors.insert(tensors.end(), best.tensors.begin(), best.tensors.end());
    if (best.epoch > 0) {
        checkpoint.bestEpoch = best.epoch;
        checkpoint.bestLoss = best.loss;
    }
    checkpoint.tensors =
        fromTorch(checkpointTensorsOf(checkpoint.config(), best.epoch > 0), tensors);
}

} // namespace digitlab
