// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <functional>
#include <string_view>
#include <variant>

namespace digitlab {

/// What a field of the configuration holds. A choice is held as its name.
using FieldValue = std::variant<bool, std::int64_t, double, std::string>;

enum class FieldKind { Toggle, Integer, Real, Choice };
enum class FieldGroup { Network, Training, Augmentation, Data, Device };

/// One field of TrainingConfig. The settings panel, `--set key=value`, `--help`, the JSON form and
/// the checks all work from this description.
struct Field {
    std::string key; ///< "learning_rate", "conv1.channels"
    FieldGroup group = FieldGroup::Network;
    FieldKind kind = FieldKind::Integer;
    Message label; ///< "Learning rate"
    Message help;  ///< one sentence
    Message unit;  ///< "images", "°", "%"; may be empty
    double minimum = 0;
    double maximum = 0;
    std::vector<std::string> choices = {}; ///< FieldKind::Choice: the names
    std::function<FieldValue(const TrainingConfig&)> get;
    std::function<void(TrainingConfig&, const FieldValue&)> set;
};

/// The fields that this configuration has: those of each of its layers, and the rest. Setting the
/// field "preset" replaces the network and its recipe but keeps the groups Data and Device.
std::vector<Field> fieldsOf(const TrainingConfig& config);

/// True where the field changes nothing as the others stand (momentum with Adam).
bool isIdle(const TrainingConfig& config, std::string_view key);

/// Sets one field. Throws Error where the value is out of range. The value is of the field's kind.
void setField(TrainingConfig& config, const Field& field, const FieldValue& value);

/// Sets one field from text, as `--set key=value` does. Throws Error where there is no such field
/// (it lists the fields), or the value is of the wrong kind or out of range.
void setField(TrainingConfig& config, std::string_view key, std::string_view value);

/// What is wrong with a value for this field and what was expected; an empty message where it may
/// have that value.
Message rangeProblem(const Field& field, const FieldValue& value);

/// A value as text, the form that setField() reads.
std::string toText(const FieldValue& value);

/// All that is wrong with a configuration: ranges, and whether the network can be built.
std::vector<Problem> problemsOf(const TrainingConfig& config);

} // namespace digitlab
