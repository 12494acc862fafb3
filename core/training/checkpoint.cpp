// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint.h"

#include "core/error.h"

namespace digitlab {

namespace {

void append(std::vector<TensorShape>& all, const std::string& prefix,
            const std::vector<TensorShape>& shapes) {
    for (const TensorShape& shape : shapes) {
        all.push_back({prefix + shape.name, shape.sizes});
    }
}

} // namespace

std::vector<TensorShape> checkpointTensorsOf(const TrainingConfig& config, bool hasBest) {
    const std::vector<Layer> layers = layersOf(config.network);
    const std::vector<TensorShape> weights = tensorsOf(layers);
    std::vector<TensorShape> all = weights;
    append(all, "optimizer.first.", learnedTensorsOf(layers));
    if (config.optimizer != Optimizer::Sgd) {
        append(all, "optimizer.second.", learnedTensorsOf(layers));
    }
    if (hasBest) {
        append(all, "best.", weights);
    }
    return all;
}

void setEpochs(Checkpoint& checkpoint, int epochs) {
    TrainingConfig& config = checkpoint.history.start.config;
    if (epochs == config.epochs) {
        return;
    }
    if (config.schedule == Schedule::Cosine || config.schedule == Schedule::OneCycle) {
        throw Error(Message(
            DIGITLAB_TEXT("core", "The run cannot go on to %1 epochs: its schedule has chosen each "
                                  "learning rate for a run of %2 epochs; only the schedules "
                                  "\"constant\" and \"step\" let a run go on further."),
            {std::int64_t{epochs}, std::int64_t{config.epochs}}));
    }
    config.epochs = epochs;
}

void checkUnfinished(const Checkpoint& checkpoint) {
    const TrainingConfig& config = checkpoint.config();
    if (checkpoint.step >= config.epochs * checkpoint.history.start.stepsPerEpoch) {
        throw Error(Message(DIGITLAB_TEXT("core", "The run has nothing left to do: %1 of %2 epochs "
                                                  "are done."),
                            {static_cast<std::int64_t>(checkpoint.history.epochs.size()),
                             std::int64_t{config.epochs}}));
    }
    const auto done = static_cast<int>(checkpoint.history.epochs.size());
    if (checkpoint.bestEpoch > 0 && done - checkpoint.bestEpoch >= config.patience) {
        throw Error(Message(DIGITLAB_TEXT("core", "The run has nothing left to do: early stopping "
                                                  "ended it after epoch %1."),
                            {std::int64_t{done}}));
    }
}

} // namespace digitlab
