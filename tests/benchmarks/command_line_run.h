// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace digitlab::bench {

/// Trains with `digitlab train` for so many seconds. Gives images a second, 0 where it failed.
double trainOnCommandLine(const QString& preset, double seconds);

} // namespace digitlab::bench
