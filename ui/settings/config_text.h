// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <QString>

namespace digitlab {

/// A configuration in a few words, by which a person tells it from others: its preset, and what is
/// different from that. What belongs to the machine is left out.
QString configText(const TrainingConfig& config);

} // namespace digitlab
