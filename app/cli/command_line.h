// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace digitlab {

/// Runs a command (`train`, `evaluate`, …) and returns the exit status. Failures are told on
/// standard error, in one line. Needs a QCoreApplication.
int runCommandLine(int argc, char** argv);

} // namespace digitlab
