// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/fields.h"

namespace digitlab {

/// The value `steps` steps away from `value`, within the field's range. Rates that span several
/// orders of magnitude go 1, 2, 5, 10 …, the batch size doubles, all else goes by a round amount.
double stepped(const Field& field, double value, int steps);

} // namespace digitlab
