// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace digitlab {

/// What `train --help` ends with: the presets, and each field of the configuration with its
/// default, help and range.
std::string fieldHelp();

} // namespace digitlab
