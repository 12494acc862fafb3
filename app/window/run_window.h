// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace digitlab {

/// Shows the window and runs until it is closed. Returns the exit status; says so on standard error
/// where there is no display.
int runWindow(int argc, char** argv);

} // namespace digitlab
