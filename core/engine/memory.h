// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace digitlab {

/// Has the process keep memory that is freed, up to a few hundred megabytes, for whoever asks next.
/// A training step frees and asks for the same tens of megabytes each time; giving them back to the
/// system in between made it four times as slow.
void keepFreedMemory();

} // namespace digitlab
