// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QString>

#include <filesystem>

namespace digitlab {

/// A number as the locale writes it, in the shortest form that reads back the same; 0.000001 rather
/// than 1e-06.
QString numberText(double number);

/// A time as the locale writes it, to the minute.
QString timeText(std::filesystem::file_time_type time);

/// The name of a model's file; where it is that of a run, which all have the same, the name of the
/// run's folder.
QString modelFileText(const QString& file);

/// A message of core in the person's language, its numbers as the locale writes them.
QString translated(const Message& message);

} // namespace digitlab
