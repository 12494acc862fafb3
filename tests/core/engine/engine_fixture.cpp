// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/engine_fixture.h"

#include "core/engine/torch_engine.h"

#include <algorithm>
#include <random>

namespace digitlab {

Dataset drawBars(int count, unsigned seed) {
    std::mt19937 random(seed);
    Dataset data;
    data.images.side = kDigitSide;
    for (int n = 0; n < count; ++n) {
        const int label = n % 10;
        const int place = 3 + 5 * (label % 5);
        const auto strength = 150 + random() % 100;
        for (int y = 0; y < kDigitSide; ++y) {
            for (int x = 0; x < kDigitSide; ++x) {
                const int across = label < 5 ? y : x;
                const bool isBar = across == place || across == place + 1;
                data.images.pixels.push_back(
                    static_cast<std::uint8_t>(isBar ? strength : random() % 60));
            }
        }
        data.labels.push_back(static_cast<std::uint8_t>(label));
    }
    return data;
}

DigitData barData(int train, int test) {
    return {drawBars(train, 1), drawBars(test, 2)};
}

DigitData withRandomLabels(DigitData data) {
    std::mt19937 random(5);
    for (std::uint8_t& label : data.train.labels) {
        label = static_cast<std::uint8_t>(random() % 10);
    }
    return data;
}

DigitImage imageOf(const Dataset& data, std::size_t index) {
    DigitImage image{};
    std::ranges::copy(data.images.image(index), image.begin());
    return image;
}

TrainingConfig tinyConfig() {
    TrainingConfig config;
    config.network = {.convs = {{.channels = 4, .kernel = 5, .padding = 0, .pool = 4}},
                      .hidden = {16}};
    config.batchSize = 20;
    config.epochs = 4;
    config.validationShare = 20;
    config.threads = 2;
    return config;
}

void Recorder::progressed(const Progress& progress) {
    reports.push_back(progress);
    batches.insert(batches.end(), progress.batches.begin(), progress.batches.end());
}

EngineTest::EngineTest()
    : engine(makeTorchEngine()) {}

EngineTest::~EngineTest() = default;

RunOutcome EngineTest::train(const TrainingConfig& config, const DigitData& data) {
    recorder = {};
    RunControl control;
    return engine->train(config, data, control, recorder);
}

std::string firstDifference(const Model& a, const Model& b) {
    if (a.tensors.size() != b.tensors.size()) {
        return "count";
    }
    for (std::size_t i = 0; i < a.tensors.size(); ++i) {
        if (a.tensors[i].shape != b.tensors[i].shape ||
            a.tensors[i].values != b.tensors[i].values) {
            return a.tensors[i].shape.name;
        }
    }
    return {};
}

} // namespace digitlab
