// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/presets.h"

#include "core/error.h"

#include <algorithm>

namespace digitlab {

namespace {

/// Feeds what makes a network read people's drawings as well as the data set: measured on strokes
/// of people whom it never saw.
void asPeopleDraw(TrainingConfig& config) {
    config.augmentation = {
        .rotation = 12, .shift = 2, .scale = 10, .shear = 15, .elastic = 2, .strokeWidth = 1};
    config.synthetic = 20;
}

Preset article() {
    Preset preset{"article",
                  Message(DIGITLAB_TEXT("core", "Two convolutions and one wide dense layer: the "
                                                "network that this laboratory grew from.")),
                  {}};
    preset.config.network = {.convs = {{.channels = 10, .kernel = 5, .padding = 0, .pool = 2},
                                       {.channels = 20, .kernel = 3, .padding = 0, .pool = 1}},
                             .hidden = {500}};
    return preset;
}

Preset lenet5() {
    Preset preset{"lenet5",
                  Message(DIGITLAB_TEXT("core", "The classic of LeCun et al. (1998), with ReLU and "
                                                "max pooling as it is built today.")),
                  {}};
    preset.config.network = {.convs = {{.channels = 6, .kernel = 5, .padding = 2, .pool = 2},
                                       {.channels = 16, .kernel = 5, .padding = 0, .pool = 2}},
                             .hidden = {120, 84}};
    asPeopleDraw(preset.config);
    return preset;
}

Preset fast() {
    Preset preset{"fast",
                  Message(DIGITLAB_TEXT("core", "Two small convolutions with batch norm and one "
                                                "epoch: 99 % on MNIST in a few seconds.")),
                  {}};
    TrainingConfig& config = preset.config;
    config.network = {.convs = {{.channels = 16, .kernel = 5, .padding = 0, .pool = 2},
                                {.channels = 56, .kernel = 3, .padding = 0, .pool = 2}},
                      .hidden = {160},
                      .batchNorm = true};
    config.batchSize = 32;
    config.epochs = 1;
    config.nesterov = true;
    return preset;
}

Preset compact() {
    Preset preset{
        "compact",
        Message(DIGITLAB_TEXT("core", "Five small convolutions with batch norm and dropout, "
                                      "trained on images that are turned, moved and "
                                      "bent: small, and accurate.")),
        {}};
    TrainingConfig& config = preset.config;
    config.network = {.convs = {{.channels = 16, .kernel = 5, .padding = 2, .pool = 2},
                                {.channels = 32, .kernel = 3, .padding = 1, .pool = 1},
                                {.channels = 48, .kernel = 3, .padding = 1, .pool = 2},
                                {.channels = 64, .kernel = 3, .padding = 1, .pool = 1},
                                {.channels = 64, .kernel = 3, .padding = 1, .pool = 2}},
                      .hidden = {128},
                      .batchNorm = true,
                      .dropout = 0.2};
    config.batchSize = 128;
    config.epochs = 12;
    config.optimizer = Optimizer::AdamW;
    config.learningRate = 0.004;
    config.weightDecay = 0.02;
    asPeopleDraw(config);
    return preset;
}

Preset deep() {
    Preset preset{
        "deep",
        Message(DIGITLAB_TEXT("core", "Five wide convolutions with batch norm and dropout, "
                                      "trained for long: the most accurate. With real "
                                      "strokes it makes the built-in model.")),
        {}};
    TrainingConfig& config = preset.config;
    config.network = {.convs = {{.channels = 32, .kernel = 5, .padding = 2, .pool = 2},
                                {.channels = 48, .kernel = 3, .padding = 1, .pool = 1},
                                {.channels = 64, .kernel = 3, .padding = 1, .pool = 2},
                                {.channels = 96, .kernel = 3, .padding = 1, .pool = 1},
                                {.channels = 128, .kernel = 3, .padding = 1, .pool = 2}},
                      .hidden = {256},
                      .batchNorm = true,
                      .dropout = 0.3};
    config.batchSize = 128;
    config.epochs = 25;
    config.optimizer = Optimizer::AdamW;
    config.learningRate = 0.003;
    config.weightDecay = 0.02;
    asPeopleDraw(config);
    config.synthetic = 10; // real strokes take the place of the rest
    return preset;
}

std::vector<Preset> makePresets() {
    std::vector<Preset> all{article(), lenet5(), compact(), deep(), fast()};
    for (Preset& preset : all) {
        preset.config.preset = preset.name;
    }
    return all;
}

} // namespace

const std::vector<Preset>& presets() {
    static const std::vector<Preset> all = makePresets();
    return all;
}

TrainingConfig presetConfig(std::string_view name) {
    std::string names;
    for (const Preset& preset : presets()) {
        if (preset.name == name) {
            return preset.config;
        }
        names += (names.empty() ? "" : ", ") + preset.name;
    }
    throw Error(Message(DIGITLAB_TEXT("core", "There is no preset \"%1\"; expected one of %2."),
                        {shortened(name), names}));
}

} // namespace digitlab
