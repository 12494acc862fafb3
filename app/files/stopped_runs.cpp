// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/stopped_runs.h"

#include "app/files/run_folder.h"
#include "app/files/run_lock.h"
#include "core/error.h"
#include "core/model/checkpoint_file.h"

#include <algorithm>
#include <functional>

namespace digitlab {

namespace {

constexpr std::size_t kMost = 50; ///< folders that are looked into

StoppedRun describe(const std::filesystem::path& folder) {
    const Checkpoint checkpoint = readCheckpointSummary(checkpointIn(folder));
    checkUnfinished(checkpoint);
    const RunHistory& history = checkpoint.history;
    StoppedRun run;
    run.folder = folder;
    std::error_code gone; // meanwhile
    run.time = std::filesystem::last_write_time(checkpointIn(folder), gone);
    run.config = checkpoint.config();
    run.epoch = static_cast<int>(history.epochs.size()) + 1;
    if (!history.epochs.empty()) {
        run.validationAccuracy = history.epochs.back().validationAccuracy;
    }
    return run;
}

} // namespace

std::vector<StoppedRun> stoppedRuns(const std::filesystem::path& runs) {
    std::vector<std::filesystem::path> folders;
    std::error_code error; // without the folder there are no runs
    for (const auto& entry : std::filesystem::directory_iterator(runs, error)) {
        if (std::filesystem::exists(checkpointIn(entry.path()), error) && !isLocked(entry.path())) {
            folders.push_back(entry.path());
        }
    }
    std::ranges::sort(folders, std::greater{}); // their names begin with the time
    folders.resize(std::min(folders.size(), kMost));
    std::vector<StoppedRun> stopped;
    for (const std::filesystem::path& folder : folders) {
        try {
            stopped.push_back(describe(folder));
        } catch (const Error&) {
            // It has nothing left to do, or a file is spoiled: neither can be resumed.
        }
    }
    return stopped;
}

} // namespace digitlab
