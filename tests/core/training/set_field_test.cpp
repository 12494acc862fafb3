// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <gmock/gmock.h>

namespace digitlab {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// What is said against `key=value`; empty where it is taken. A refusal must change nothing.
std::string refusal(const char* key, const char* value) {
    const TrainingConfig before = presetConfig("article");
    TrainingConfig config = before;
    try {
        setField(config, key, value);
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(config, before);
        return error.what();
    }
}

TEST(SetField, OutOfRange) {
    EXPECT_EQ(refusal("batch_size", "0"),
              "batch_size: 0 is out of range; expected a whole number from 1 to 4096");
    EXPECT_EQ(refusal("learning_rate", "11"),
              "learning_rate: 11 is out of range; expected a number from 1e-06 to 10");
    EXPECT_EQ(refusal("seed", "4294967296"),
              "seed: 4294967296 is out of range; expected a whole number from 0 to 4294967295");
    EXPECT_EQ(
        refusal("schedule", "linear"),
        "schedule: \"linear\" is no choice; expected one of constant, step, cosine, one-cycle");
    EXPECT_THAT(refusal("epochs", "-9223372036854775808"), HasSubstr("from 1 to 1000"));
    EXPECT_THAT(refusal("dropout", "nan"), HasSubstr("nan is out of range"));
    EXPECT_THAT(refusal("dropout", "inf"), HasSubstr("inf is out of range"));
}

TEST(SetField, OfAnotherKind) {
    EXPECT_EQ(refusal("epochs", "many"), "epochs: \"many\" was given; expected a whole number");
    EXPECT_EQ(refusal("epochs", "2.5"), "epochs: \"2.5\" was given; expected a whole number");
    EXPECT_EQ(refusal("epochs", ""), "epochs: \"\" was given; expected a whole number");
    EXPECT_EQ(refusal("epochs", "9223372036854775808"),
              "epochs: \"9223372036854775808\" was given; expected a whole number");
    EXPECT_EQ(refusal("dropout", "0,5"), "dropout: \"0,5\" was given; expected a number");
    EXPECT_EQ(refusal("dropout", "0.5 "), "dropout: \"0.5 \" was given; expected a number");
    EXPECT_EQ(refusal("nesterov", "yes"), "nesterov: \"yes\" was given; expected true or false");
}

TEST(SetField, UnknownFieldsAreAnsweredWithTheKnownOnes) {
    const std::string text = refusal("conv3.kernel", "3");
    EXPECT_THAT(text, StartsWith("There is no field \"conv3.kernel\" in preset \"article\"; "
                                 "expected one of preset, output, conv1.channels, "));
    EXPECT_THAT(text, HasSubstr(", threads."));
}

TEST(SetField, TogglesAreReadInEachForm) {
    TrainingConfig config;
    for (const char* text : {"true", "on", "1"}) {
        config.nesterov = false;
        setField(config, "nesterov", text);
        EXPECT_TRUE(config.nesterov) << text;
    }
    for (const char* text : {"false", "off", "0"}) {
        config.nesterov = true;
        setField(config, "nesterov", text);
        EXPECT_FALSE(config.nesterov) << text;
    }
}

TEST(SetField, TheFieldItselfCanBeTranslated) {
    TrainingConfig config;
    try {
        setField(config, "batch_size", "0");
        FAIL() << "out of range, and taken";
    } catch (const Error& error) {
        // The inner message travels as a message, not as finished English.
        const auto& inner = std::get<std::shared_ptr<const Message>>(error.message().values()[1]);
        EXPECT_STREQ(inner->text(), "%1 is out of range; expected a whole number from %2 to %3");
    }
}

} // namespace
} // namespace digitlab
