// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/presets.h"

#include "core/error.h"
#include "core/training/fields.h"

#include <gtest/gtest.h>

namespace digitlab {
namespace {

TEST(Presets, AreReadyToTrain) {
    ASSERT_EQ(presets().size(), 5U);
    for (const Preset& preset : presets()) {
        EXPECT_EQ(preset.config.preset, preset.name);
        EXPECT_TRUE(problemsOf(preset.config).empty()) << preset.name;
        EXPECT_FALSE(preset.summary.english().empty()) << preset.name;
    }
}

TEST(Presets, TheDefaultConfigurationIsTheRecipeOfTheFirst) {
    TrainingConfig config;
    config.network = presets().front().config.network;
    EXPECT_EQ(presets().front().name, "article");
    EXPECT_EQ(presets().front().config, config);
}

TEST(Presets, TheArticleStartsFromLogits) {
    const NetworkSpec network = presetConfig("article").network;
    EXPECT_EQ(network.output, Output::Logits);
    EXPECT_FALSE(network.batchNorm);
    EXPECT_EQ(network.dropout, 0);
}

TEST(Presets, AnUnknownOneIsAnsweredWithTheKnown) {
    try {
        (void)presetConfig("resnet");
        FAIL() << "an unknown preset was given";
    } catch (const Error& error) {
        EXPECT_STREQ(
            error.what(),
            "There is no preset \"resnet\"; expected one of article, lenet5, compact, deep, fast.");
    }
}

} // namespace
} // namespace digitlab
