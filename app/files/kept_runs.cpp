// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/kept_runs.h"

#include "app/files/run_folder.h"
#include "app/files/run_lock.h"
#include "core/error.h"
#include "core/model/checkpoint_file.h"
#include "core/model/model_file.h"
#include "core/training/metrics_file.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace digitlab {

namespace {

constexpr std::size_t kMost = 200; ///< folders that are looked into

using Time = std::filesystem::file_time_type;

Time timeOf(const std::filesystem::path& file) {
    std::error_code gone; // meanwhile
    return std::filesystem::last_write_time(file, gone);
}

bool isThere(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

/// What `read` tells of a file; nothing where it is missing or spoiled.
template <typename Result>
std::optional<Result> ifReadable(Result (*read)(const std::filesystem::path&),
                                 const std::filesystem::path& file) {
    try {
        return isThere(file) ? std::optional(read(file)) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

bool hasWorkLeft(const Checkpoint& checkpoint) {
    try {
        checkUnfinished(checkpoint);
        return true;
    } catch (const Error&) {
        return false;
    }
}

ModelScores scoresOf(const Checkpoint& checkpoint) {
    const std::vector<EpochResult>& epochs = checkpoint.history.epochs;
    ModelScores scores;
    scores.epochs = static_cast<int>(epochs.size());
    if (!epochs.empty()) {
        scores.validationAccuracy = epochs.back().validationAccuracy;
    }
    return scores;
}

/// Nothing where no file in the folder tells of a run.
std::optional<KeptRun> describe(const std::filesystem::path& folder) {
    const auto model = ifReadable(readModelSummary, modelIn(folder));
    const auto checkpoint = ifReadable(readCheckpointSummary, checkpointIn(folder));
    if (!model && !checkpoint) {
        return std::nullopt;
    }
    KeptRun run;
    run.folder = folder;
    run.config = model ? model->config : checkpoint->config();
    // A run that was ended by force has no other file than its checkpoint, or, where it had been
    // resumed, those of its first end.
    const bool endedByForce =
        checkpoint && (!model || model->scores.epochs < scoresOf(*checkpoint).epochs);
    run.scores = endedByForce ? scoresOf(*checkpoint) : model->scores;
    run.hasModel = model.has_value();
    run.isResumable = checkpoint && hasWorkLeft(*checkpoint);
    // The metrics are written at the end of a run; a person may save the model again.
    run.time = timeOf(endedByForce                 ? checkpointIn(folder)
                      : isThere(metricsIn(folder)) ? metricsIn(folder)
                                                   : modelIn(folder));
    return run;
}

/// The folders in a folder and when each was changed, the last first.
std::vector<std::pair<Time, std::filesystem::path>>
latestFolders(const std::filesystem::path& runs) {
    std::vector<std::pair<Time, std::filesystem::path>> folders;
    std::error_code error; // without the folder there are no runs
    for (const auto& entry : std::filesystem::directory_iterator(runs, error)) {
        if (entry.is_directory(error)) {
            folders.emplace_back(timeOf(entry.path()), entry.path());
        }
    }
    std::ranges::sort(folders, std::greater{});
    folders.resize(std::min(folders.size(), kMost));
    return folders;
}

} // namespace

std::vector<KeptRun> RunCatalogue::list() {
    const auto before = std::exchange(m_known, {});
    std::vector<KeptRun> runs;
    for (const auto& [changed, folder] : latestFolders(m_runs)) {
        if (isLocked(folder)) {
            continue;
        }
        const auto known = before.find(folder);
        const bool isSame = known != before.end() && known->second.changed == changed;
        auto& now = m_known[folder] = isSame ? known->second : Known{changed, describe(folder)};
        if (now.run) {
            runs.push_back(*now.run);
        }
    }
    std::ranges::stable_sort(runs, std::greater{}, &KeptRun::time);
    return runs;
}

RunHistory readHistory(const KeptRun& run) {
    const auto checkpoint = ifReadable(readCheckpointSummary, checkpointIn(run.folder));
    RunHistory history;
    if (isThere(metricsIn(run.folder))) {
        history = readMetricsFile(metricsIn(run.folder));
        history.start.config = run.config;
    }
    if (history.batches.empty() ||
        (checkpoint && history.epochs.size() < checkpoint->history.epochs.size())) {
        history = readCheckpoint(run.folder).history; // it was ended by force
    }
    std::int64_t& steps = history.start.stepsPerEpoch;
    if (steps == 0 && !history.batches.empty()) { // it did not come to the end of an epoch
        steps = checkpoint ? checkpoint->history.start.stepsPerEpoch : history.batches.back().step;
    }
    return history;
}

} // namespace digitlab
