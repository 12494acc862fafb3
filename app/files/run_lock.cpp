// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/run_lock.h"

#include "core/error.h"

#include <QLockFile>

namespace digitlab {

namespace {

std::filesystem::path lockIn(const std::filesystem::path& folder) {
    return folder / "in-use.lock";
}

} // namespace

RunLock::RunLock(const std::filesystem::path& folder)
    : m_file(std::make_unique<QLockFile>(QString::fromStdU16String(lockIn(folder).u16string()))) {
    m_file->setStaleLockTime(0); // a run may take days; a lock is void when its program has ended
    if (!m_file->tryLock(0) && m_file->error() == QLockFile::LockFailedError) {
        throw Error(Message(DIGITLAB_TEXT("core", "The run in %1 is under way in another window or "
                                                  "program; one that was stopped is expected."),
                            {folder.string()}));
    }
}

RunLock::~RunLock() = default;

bool isLocked(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (!std::filesystem::exists(lockIn(folder), ignored)) {
        return false;
    }
    try {
        const RunLock lock(folder); // what a program left behind that has ended is taken away
        return false;
    } catch (const Error&) {
        return true;
    }
}

} // namespace digitlab
