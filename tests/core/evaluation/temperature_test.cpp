// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/temperature.h"

#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace digitlab {
namespace {

/// Labels drawn from softmax(logits), and those logits as a network gives them that is too sure of
/// itself, or not sure enough.
struct Sample {
    std::vector<Logits> logits;
    std::vector<std::uint8_t> labels;

    explicit Sample(double temperature) {
        Random random{17};
        for (int i = 0; i < 20'000; ++i) {
            Logits logit;
            std::ranges::generate(logit, [&] { return static_cast<float>(2 * random.normal()); });
            double sum = 0;
            for (const float value : logit) {
                sum += std::exp(value);
            }
            double rest = random.uniform(0, sum);
            std::uint8_t label = 0;
            while (label < 9 && (rest -= std::exp(logit.at(label))) > 0) {
                ++label;
            }
            labels.push_back(label);
            for (float& value : logit) {
                value *= static_cast<float>(temperature);
            }
            logits.push_back(logit);
        }
    }
};

TEST(Temperature, IsFoundAgain) {
    for (const double temperature : {0.5, 1.0, 1.7, 4.0}) {
        const Sample sample(temperature);
        EXPECT_NEAR(fitTemperature(sample.logits, sample.labels) / temperature, 1, 0.03);
    }
}

TEST(Temperature, IsOneWithoutData) {
    EXPECT_EQ(fitTemperature({}, {}), 1);
}

TEST(Temperature, StaysWithinReason) {
    const std::vector<Logits> logits{{5}, {0, 3}};
    EXPECT_NEAR(fitTemperature(logits, std::vector<std::uint8_t>{0, 1}), kMinTemperature, 1e-3);
    EXPECT_NEAR(fitTemperature(logits, std::vector<std::uint8_t>{4, 4}), kMaxTemperature, 1e-3);
}

} // namespace
} // namespace digitlab
