// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QString>

namespace digitlab {

/// A message of core in the person's language, its numbers as the locale writes them.
QString translated(const Message& message);

} // namespace digitlab
