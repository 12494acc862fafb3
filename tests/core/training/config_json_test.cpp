// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/config_json.h"

#include "core/error.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace digitlab {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;

std::string refusal(const Json& json) {
    try {
        (void)configFromJson(json);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(ConfigJson, HasAKeyForEachFieldThePresetFirst) {
    const TrainingConfig config = presetConfig("compact");
    const Json json = toJson(config);
    EXPECT_EQ(json.begin().key(), "preset");
    const auto fields = fieldsOf(config);
    EXPECT_EQ(json.size(), fields.size());
    for (const Field& field : fields) {
        EXPECT_TRUE(json.contains(field.key)) << field.key;
    }
}

TEST(ConfigJson, WritesValuesInTheirOwnKind) {
    const Json json = toJson(presetConfig("article"));
    EXPECT_EQ(json.at("preset"), "article");
    EXPECT_EQ(json.at("conv1.kernel"), 5);
    EXPECT_EQ(json.at("nesterov"), false);
    EXPECT_EQ(json.at("learning_rate"), 0.05);
    EXPECT_TRUE(json.at("batch_size").is_number_integer());
    EXPECT_TRUE(json.at("weight_decay").is_number_float());
}

TEST(ConfigJson, WhatIsMissingKeepsThePresetsValue) {
    TrainingConfig expected = presetConfig("compact");
    expected.epochs = 3;
    EXPECT_EQ(configFromJson({{"preset", "compact"}, {"epochs", 3}}), expected);
}

TEST(ConfigJson, UnknownKeysAreIgnored) {
    EXPECT_EQ(configFromJson({{"preset", "lenet5"}, {"colour", {1, 2}}}), presetConfig("lenet5"));
}

TEST(ConfigJson, AWholeNumberServesWhereARealOneIsExpected) {
    EXPECT_EQ(configFromJson({{"preset", "article"}, {"learning_rate", 1}}).learningRate, 1.0);
}

TEST(ConfigJson, NeedsItsPreset) {
    for (const Json& json : {Json(), Json::array(), Json("article"), Json::object(),
                             Json({{"preset", 1}}), Json({{"epochs", 1}})}) {
        EXPECT_THAT(refusal(json), HasSubstr("names its \"preset\"")) << json;
    }
    EXPECT_THAT(refusal({{"preset", "other"}}), HasSubstr("There is no preset \"other\""));
}

TEST(ConfigJson, OfAnotherKind) {
    const auto with = [](const char* key, const Json& value) {
        return refusal({{"preset", "article"}, {key, value}});
    };
    EXPECT_EQ(with("nesterov", 1), "nesterov: 1 was given; expected true or false");
    EXPECT_EQ(with("epochs", 1.5), "epochs: 1.5 was given; expected a whole number");
    EXPECT_EQ(with("epochs", nullptr), "epochs: null was given; expected a whole number");
    EXPECT_EQ(with("epochs", 18446744073709551615U),
              "epochs: 18446744073709551615 was given; expected a whole number");
    EXPECT_EQ(with("momentum", "high"), "momentum: \"high\" was given; expected a number");
    EXPECT_EQ(with("device", Json::array({1})), "device: [1] was given; expected a name");
}

TEST(ConfigJson, OutOfRange) {
    EXPECT_EQ(refusal({{"preset", "article"}, {"epochs", 0}}),
              "epochs: 0 is out of range; expected a whole number from 1 to 1000");
    EXPECT_EQ(refusal({{"preset", "article"}, {"device", "tpu"}}),
              "device: \"tpu\" is no choice; expected one of cpu, cuda");
}

TEST(ConfigJson, ANetworkThatCannotBeBuilt) {
    EXPECT_EQ(refusal({{"preset", "article"}, {"conv2.kernel", 13}}),
              "conv 2: a 13×13 kernel does not fit its 12×12 input; at most 12×12 is possible");
}

} // namespace
} // namespace digitlab
