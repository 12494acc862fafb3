// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/config_json.h"

#include "core/error.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <nlohmann/json.hpp>

namespace digitlab {

namespace {

using Json = nlohmann::ordered_json;

/// The value of a field in JSON; nothing where it is of another kind.
std::optional<FieldValue> valueFromJson(const Field& field, const Json& json) {
    switch (field.kind) {
    case FieldKind::Toggle:
        return json.is_boolean() ? std::optional<FieldValue>(json.get<bool>()) : std::nullopt;
    case FieldKind::Integer:
        return json.is_number_integer() ? std::optional<FieldValue>(json.get<std::int64_t>())
                                        : std::nullopt;
    case FieldKind::Real:
        return json.is_number() ? std::optional<FieldValue>(json.get<double>()) : std::nullopt;
    case FieldKind::Choice:
        return json.is_string() ? std::optional<FieldValue>(json.get<std::string>()) : std::nullopt;
    }
    return std::nullopt;
}

void readField(TrainingConfig& config, const Field& field, const Json& json) {
    const auto found = json.find(field.key);
    if (found == json.end()) {
        return;
    }
    const auto value = valueFromJson(field, *found);
    if (!value) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: %2 was given, which is of another kind"),
                            {field.key, found->dump().substr(0, 40)}));
    }
    setField(config, field, *value);
}

} // namespace

Json toJson(const TrainingConfig& config) {
    Json json = Json::object();
    for (const Field& field : fieldsOf(config)) {
        std::visit([&](const auto& value) { json[field.key] = value; }, field.get(config));
    }
    return json;
}

TrainingConfig configFromJson(const Json& json) {
    if (!json.is_object() || !json.contains("preset") || !json["preset"].is_string()) {
        throw Error(
            Message(DIGITLAB_TEXT("core", "A configuration must be a JSON object that names "
                                          "its \"preset\".")));
    }
    TrainingConfig config = presetConfig(json["preset"].get<std::string>());
    for (const Field& field : fieldsOf(config)) {
        if (field.key != "preset") {
            readField(config, field, json);
        }
    }
    if (const auto problems = problemsOf(config); !problems.empty()) {
        throw Error(problems.front().message);
    }
    return config;
}

} // namespace digitlab
