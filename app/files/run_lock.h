// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

class QLockFile;

namespace digitlab {

/// Says that a run is kept in a folder, so that no other window or program goes on with it
/// meanwhile: both would write over each other. Ends with the program, if it crashes, too.
class RunLock {
public:
    /// Throws Error where somebody else keeps a run there. In a folder that cannot be written there
    /// is no lock; who keeps the run there will hear of that.
    explicit RunLock(const std::filesystem::path& folder);
    ~RunLock();

private:
    std::unique_ptr<QLockFile> m_file;
};

/// True where a run is under way in the folder.
bool isLocked(const std::filesystem::path& folder);

} // namespace digitlab
