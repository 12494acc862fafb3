// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/config_json.h"

#include "core/error.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <nlohmann/json.hpp>

namespace digitlab {

namespace {

using Json = nlohmann::ordered_json;

/// `message` names what was given as %2 and what was expected.
[[noreturn]] void throwOtherKind(const Field& field, const char* message, const Json& json) {
    throw Error(Message(message, {field.key, shortened(json.dump())}));
}

FieldValue valueFromJson(const Field& field, const Json& json) {
    switch (field.kind) {
    case FieldKind::Toggle:
        if (json.is_boolean()) {
            return json.get<bool>();
        }
        throwOtherKind(field, DIGITLAB_TEXT("core", "%1: %2 was given; expected true or false"),
                       json);
    case FieldKind::Integer:
        // What does not fit 63 bits would come out as another number.
        if (json.is_number_integer() &&
            !(json.is_number_unsigned() && json.get<std::uint64_t>() >> 63U != 0)) {
            return json.get<std::int64_t>();
        }
        throwOtherKind(field, DIGITLAB_TEXT("core", "%1: %2 was given; expected a whole number"),
                       json);
    case FieldKind::Real:
        if (json.is_number()) {
            return json.get<double>();
        }
        throwOtherKind(field, DIGITLAB_TEXT("core", "%1: %2 was given; expected a number"), json);
    case FieldKind::Choice:
        if (json.is_string()) {
            return json.get<std::string>();
        }
        throwOtherKind(field, DIGITLAB_TEXT("core", "%1: %2 was given; expected a name"), json);
    }
    return {};
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
        if (const auto found = json.find(field.key); found != json.end()) {
            setField(config, field, valueFromJson(field, *found));
        }
    }
    if (const auto problems = problemsOf(config); !problems.empty()) {
        throw Error(problems.front().message);
    }
    return config;
}

} // namespace digitlab
