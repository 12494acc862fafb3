// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/fields.h"

#include <QString>

namespace digitlab {

/// How a person calls a choice of the configuration ("SGD" for "sgd"); its name where it has no
/// other.
QString choiceText(const std::string& name);

/// A value of a field as a person reads it, without its unit.
QString valueText(const FieldValue& value);

} // namespace digitlab
