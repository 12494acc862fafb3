// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/training/fields.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace digitlab {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace

Message rangeProblem(const Field& field, const FieldValue& value) {
    const auto outside = [&field](double number) {
        return !(number >= field.minimum && number <= field.maximum); // true for "not a number"
    };
    if (const auto* number = std::get_if<std::int64_t>(&value);
        number != nullptr && outside(static_cast<double>(*number))) {
        return Message(DIGITLAB_TEXT("core", "%1 is out of range; expected a whole number from %2 "
                                             "to %3"),
                       {*number, static_cast<std::int64_t>(field.minimum),
                        static_cast<std::int64_t>(field.maximum)});
    }
    if (const auto* number = std::get_if<double>(&value); number != nullptr && outside(*number)) {
        return Message(DIGITLAB_TEXT("core", "%1 is out of range; expected a number from %2 to %3"),
                       {*number, field.minimum, field.maximum});
    }
    const auto* name = std::get_if<std::string>(&value);
    if (name != nullptr &&
        std::find(field.choices.begin(), field.choices.end(), *name) == field.choices.end()) {
        return Message(DIGITLAB_TEXT("core", "\"%1\" is no choice; expected one of %2"),
                       {shortened(*name), joined(field.choices)});
    }
    return {};
}

namespace {

/// The whole of `text` as a number, or nothing.
template <typename Number>
std::optional<Number> parseNumber(std::string_view text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc{} || result.ptr != end) {
        return std::nullopt;
    }
    return number;
}

/// `message` names what was given as %2 and what was expected.
[[noreturn]] void throwUnreadable(const Field& field, const char* message, std::string_view text) {
    throw Error(Message(message, {field.key, shortened(text)}));
}

FieldValue parseValue(const Field& field, std::string_view text) {
    switch (field.kind) {
    case FieldKind::Toggle:
        if (text == "true" || text == "on" || text == "1") {
            return true;
        }
        if (text == "false" || text == "off" || text == "0") {
            return false;
        }
        throwUnreadable(
            field, DIGITLAB_TEXT("core", "%1: \"%2\" was given; expected true or false"), text);
    case FieldKind::Integer:
        if (const auto number = parseNumber<std::int64_t>(text)) {
            return *number;
        }
        throwUnreadable(
            field, DIGITLAB_TEXT("core", "%1: \"%2\" was given; expected a whole number"), text);
    case FieldKind::Real:
        if (const auto number = parseNumber<double>(text)) {
            return *number;
        }
        throwUnreadable(field, DIGITLAB_TEXT("core", "%1: \"%2\" was given; expected a number"),
                        text);
    case FieldKind::Choice:
        return std::string(text);
    }
    return std::string(text);
}

} // namespace

std::string toText(const FieldValue& value) {
    struct Writer {
        std::string operator()(bool on) const { return on ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return toText(number); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Writer{}, value);
}

void setField(TrainingConfig& config, const Field& field, const FieldValue& value) {
    if (Message problem = rangeProblem(field, value); !problem.empty()) {
        throw Error(
            Message(DIGITLAB_TEXT("core", "%1: %2"), {field.key, nested(std::move(problem))}));
    }
    field.set(config, value);
}

void setField(TrainingConfig& config, std::string_view key, std::string_view value) {
    std::vector<std::string> keys;
    for (const Field& field : fieldsOf(config)) {
        if (field.key == key) {
            setField(config, field, parseValue(field, value));
            return;
        }
        keys.push_back(field.key);
    }
    throw Error(Message(DIGITLAB_TEXT("core", "There is no field \"%1\" in preset \"%2\"; expected "
                                              "one of %3."),
                        {shortened(key), config.preset, joined(keys)}));
}

bool isIdle(const TrainingConfig& config, std::string_view key) {
    if (key == "momentum") {
        return config.optimizer != Optimizer::Sgd && config.optimizer != Optimizer::RmsProp;
    }
    if (key == "nesterov") {
        return config.optimizer != Optimizer::Sgd || config.momentum == 0;
    }
    if (key == "step_epochs" || key == "step_factor") {
        return config.schedule != Schedule::Step;
    }
    if (key == "dropout") {
        return config.network.hidden.empty();
    }
    return key == "patience" && config.validationShare == 0;
}

std::vector<Problem> problemsOf(const TrainingConfig& config) {
    std::vector<Problem> problems;
    for (const Field& field : fieldsOf(config)) {
        if (Message problem = rangeProblem(field, field.get(config)); !problem.empty()) {
            problems.push_back({field.key, std::move(problem)});
        }
    }
    if (config.precision == Precision::BFloat16 && config.device != Device::Cpu) {
        problems.push_back({"precision", Message(DIGITLAB_TEXT(
                                             "core", "bfloat16 is for the device "
                                                     "\"cpu\"; expected float32 for any other"))});
    }
    // Sizes out of range would not even build; they are said first.
    return problems.empty() ? problemsOf(config.network) : problems;
}

} // namespace digitlab
