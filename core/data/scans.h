// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <string>

namespace digitlab {

/// Digits that people wrote on paper and somebody scanned.
struct Scans {
    Dataset digits;                   ///< of any one size
    std::vector<std::string> writers; ///< who wrote each digit, such as "paper 3"
};

/// Reads scans from IDX files, plain or `.gz`: the images named, `NAME.idx3`, and beside them
/// `NAME-labels.idx1` and `NAME-writers.idx1`, whose writers are numbers from 0 to 255. Throws
/// Error where one is missing, bad, or of another count.
Scans readScans(const std::filesystem::path& images);

/// What the writers who are held out wrote, or what the others did.
Scans ofHeldOutWriters(Scans scans, bool heldOut);

} // namespace digitlab
