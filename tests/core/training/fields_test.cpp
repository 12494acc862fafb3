// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fields.h"

#include "core/training/config_json.h"
#include "core/training/presets.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

namespace digitlab {
namespace {

/// Values that a field can take: both ends and what lies between, or all of its choices.
std::vector<FieldValue> valuesOf(const Field& field) {
    switch (field.kind) {
    case FieldKind::Toggle:
        return {false, true};
    case FieldKind::Integer: {
        const auto low = static_cast<std::int64_t>(field.minimum);
        const auto high = static_cast<std::int64_t>(field.maximum);
        return {low, (low + high) / 2, high};
    }
    case FieldKind::Real:
        return {field.minimum, field.minimum + (field.maximum - field.minimum) / 3, field.maximum};
    case FieldKind::Choice:
        return {field.choices.begin(), field.choices.end()};
    }
    return {};
}

/// Calls `check(config, field)` with each field of each preset.
template <typename Check>
void forEachField(Check check) {
    for (const Preset& preset : presets()) {
        for (const Field& field : fieldsOf(preset.config)) {
            SCOPED_TRACE(preset.name + ": " + field.key);
            check(preset.config, field);
        }
    }
}

const Field& fieldNamed(const std::vector<Field>& fields, std::string_view key) {
    for (const Field& field : fields) {
        if (field.key == key) {
            return field;
        }
    }
    throw std::out_of_range(std::string(key));
}

TEST(Fields, EachValueGoesThroughTextAndBack) {
    forEachField([](const TrainingConfig& config, const Field& field) {
        for (const FieldValue& value : valuesOf(field)) {
            TrainingConfig changed = config;
            setField(changed, field.key, toText(value));
            EXPECT_EQ(field.get(changed), value) << toText(value);
            TrainingConfig direct = config;
            setField(direct, field, value);
            EXPECT_EQ(direct, changed);
        }
    });
}

TEST(Fields, EachValueGoesThroughJsonAndBack) {
    int carried = 0;
    forEachField([&carried](const TrainingConfig& config, const Field& field) {
        for (const FieldValue& value : valuesOf(field)) {
            TrainingConfig changed = config;
            setField(changed, field, value);
            if (!problemsOf(changed).empty()) {
                continue; // a kernel of 28 fits no second convolution
            }
            const std::string text = toJson(changed).dump();
            EXPECT_EQ(configFromJson(nlohmann::ordered_json::parse(text)), changed) << text;
            ++carried;
        }
    });
    EXPECT_GT(carried, 200);
}

TEST(Fields, AreDescribedForAPerson) {
    forEachField([](const TrainingConfig& config, const Field& field) {
        EXPECT_FALSE(field.label.english().empty());
        EXPECT_EQ(field.label.english().find('%'), std::string::npos);
        EXPECT_EQ(field.help.english().back(), '.');
        if (field.kind == FieldKind::Integer || field.kind == FieldKind::Real) {
            EXPECT_LT(field.minimum, field.maximum);
        }
        EXPECT_EQ(field.choices.empty(), field.kind != FieldKind::Choice);
        EXPECT_EQ(field.get(config).index(), static_cast<std::size_t>(field.kind));
    });
}

TEST(Fields, EachHasAKeyOfItsOwnAndStandsInItsGroup) {
    for (const Preset& preset : presets()) {
        std::set<std::string> keys;
        FieldGroup last = FieldGroup::Network;
        for (const Field& field : fieldsOf(preset.config)) {
            EXPECT_TRUE(keys.insert(field.key).second) << field.key;
            EXPECT_GE(field.group, last) << field.key;
            last = field.group;
        }
    }
}

TEST(Fields, FollowTheLayersOfTheNetwork) {
    const auto hasField = [](const char* preset, const char* key) {
        const auto fields = fieldsOf(presetConfig(preset));
        return std::any_of(fields.begin(), fields.end(),
                           [key](const Field& field) { return field.key == key; });
    };
    EXPECT_TRUE(hasField("compact", "conv3.pool"));
    EXPECT_FALSE(hasField("article", "conv3.pool"));
    EXPECT_TRUE(hasField("lenet5", "dense2.units"));
    EXPECT_FALSE(hasField("article", "dense2.units"));
}

TEST(Fields, NamesMeanTheirValues) {
    TrainingConfig config;
    const auto set = [&config](const char* key, const char* value) {
        setField(config, key, value);
        return config;
    };
    EXPECT_EQ(set("optimizer", "sgd").optimizer, Optimizer::Sgd);
    EXPECT_EQ(set("optimizer", "adam").optimizer, Optimizer::Adam);
    EXPECT_EQ(set("optimizer", "adamw").optimizer, Optimizer::AdamW);
    EXPECT_EQ(set("optimizer", "rmsprop").optimizer, Optimizer::RmsProp);
    EXPECT_EQ(set("schedule", "constant").schedule, Schedule::Constant);
    EXPECT_EQ(set("schedule", "step").schedule, Schedule::Step);
    EXPECT_EQ(set("schedule", "cosine").schedule, Schedule::Cosine);
    EXPECT_EQ(set("schedule", "one-cycle").schedule, Schedule::OneCycle);
    EXPECT_EQ(set("device", "cuda").device, Device::Cuda);
    EXPECT_EQ(set("device", "cpu").device, Device::Cpu);
    EXPECT_EQ(set("precision", "bfloat16").precision, Precision::BFloat16);
    EXPECT_EQ(set("precision", "float32").precision, Precision::Float32);
    EXPECT_EQ(set("output", "softmax").network.output, Output::Softmax);
    EXPECT_EQ(set("output", "logits").network.output, Output::Logits);
}

TEST(Fields, APresetBringsItsRecipeButKeepsDataAndDevice) {
    TrainingConfig config = presetConfig("article");
    const std::vector<std::pair<const char*, const char*>> kept{
        {"train_images", "1234"}, {"validation_share", "7.5"}, {"seed", "42"},
        {"device", "cuda"},       {"precision", "bfloat16"},   {"threads", "2"},
    };
    for (const auto& [key, value] : kept) {
        setField(config, key, value);
    }
    setField(config, "epochs", "99");
    setField(config, "rotation", "33");
    setField(config, "preset", "compact");

    TrainingConfig expected = presetConfig("compact");
    for (const auto& [key, value] : kept) {
        setField(expected, key, value);
    }
    EXPECT_EQ(config, expected);
}

TEST(Fields, IdleOnesChangeNothing) {
    TrainingConfig config; // SGD with momentum, one-cycle, with validation
    EXPECT_FALSE(isIdle(config, "momentum"));
    EXPECT_FALSE(isIdle(config, "nesterov"));
    EXPECT_FALSE(isIdle(config, "patience"));
    EXPECT_FALSE(isIdle(config, "learning_rate"));
    EXPECT_TRUE(isIdle(config, "step_epochs"));
    EXPECT_TRUE(isIdle(config, "step_factor"));
    config.momentum = 0;
    EXPECT_TRUE(isIdle(config, "nesterov"));
    EXPECT_FALSE(isIdle(config, "momentum"));
    config = {};
    config.schedule = Schedule::Step;
    EXPECT_FALSE(isIdle(config, "step_epochs"));
    EXPECT_FALSE(isIdle(config, "step_factor"));
    config.optimizer = Optimizer::RmsProp;
    EXPECT_FALSE(isIdle(config, "momentum"));
    EXPECT_TRUE(isIdle(config, "nesterov"));
    config.optimizer = Optimizer::AdamW;
    EXPECT_TRUE(isIdle(config, "momentum"));
    config.validationShare = 0;
    EXPECT_TRUE(isIdle(config, "patience"));
    EXPECT_TRUE(isIdle(config, "dropout")); // no hidden layer
    config.network.hidden = {10};
    EXPECT_FALSE(isIdle(config, "dropout"));
}

TEST(Fields, BFloat16IsForTheProcessor) {
    TrainingConfig config = presetConfig("article");
    config.precision = Precision::BFloat16;
    EXPECT_TRUE(problemsOf(config).empty());
    config.device = Device::Cuda;
    const auto problems = problemsOf(config);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].field, "precision");
}

TEST(Fields, ProblemsNameTheirFields) {
    TrainingConfig config = presetConfig("article");
    EXPECT_TRUE(problemsOf(config).empty());
    config.batchSize = 0;
    config.network.dropout = 1.5;
    config.preset = "none";
    const auto problems = problemsOf(config);
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].field, "preset");
    EXPECT_EQ(problems[0].message.english(),
              "\"none\" is no choice; expected one of article, lenet5, compact, deep, fast");
    EXPECT_EQ(problems[1].field, "dropout");
    EXPECT_EQ(problems[1].message.english(),
              "1.5 is out of range; expected a number from 0 to 0.95");
    EXPECT_EQ(problems[2].field, "batch_size");
    EXPECT_EQ(problems[2].message.english(),
              "0 is out of range; expected a whole number from 1 to 4096");
}

TEST(Fields, ProblemsOfTheNetworkAreSaidWhenRangesAreRight) {
    TrainingConfig config = presetConfig("article");
    setField(config, "conv2.kernel", "13");
    const auto problems = problemsOf(config);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].field, "conv2.kernel");
    config.network.convs[0].pool = 0; // would divide by nothing
    const auto ranges = problemsOf(config);
    ASSERT_EQ(ranges.size(), 1U);
    EXPECT_EQ(ranges[0].field, "conv1.pool");
}

TEST(Fields, DefaultsOfTheRecipeStandInTheirFields) {
    const TrainingConfig config = presetConfig("article");
    const auto fields = fieldsOf(config);
    EXPECT_EQ(toText(fieldNamed(fields, "batch_size").get(config)), "64");
    EXPECT_EQ(toText(fieldNamed(fields, "learning_rate").get(config)), "0.05");
    EXPECT_EQ(toText(fieldNamed(fields, "nesterov").get(config)), "false");
    EXPECT_EQ(toText(fieldNamed(fields, "schedule").get(config)), "one-cycle");
}

} // namespace
} // namespace digitlab
