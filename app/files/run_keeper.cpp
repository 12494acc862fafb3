// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/run_keeper.h"

#include "app/files/run_folder.h"
#include "core/error.h"

#include <utility>

namespace digitlab {

RunKeeper::RunKeeper(RunObserver& observer, FindFolder findFolder, RunHistory before)
    : m_observer(observer)
    , m_findFolder(std::move(findFolder))
    , m_history(std::move(before)) {}

void RunKeeper::started(const RunStart& start) {
    m_history.start = start;
    m_observer.started(start);
}

void RunKeeper::progressed(const Progress& progress) {
    m_history.batches.insert(m_history.batches.end(), progress.batches.begin(),
                             progress.batches.end());
    m_observer.progressed(progress);
}

void RunKeeper::epochEnded(const EpochResult& epoch) {
    m_history.epochs.push_back(epoch);
    m_observer.epochEnded(epoch);
}

double RunKeeper::snapshotInterval() const {
    return m_observer.snapshotInterval();
}

void RunKeeper::snapshotTaken(std::shared_ptr<const Classifier> classifier) {
    m_observer.snapshotTaken(std::move(classifier));
}

void RunKeeper::checkpointTaken(Checkpoint&& checkpoint) {
    checkpoint.history.batches = m_history.batches;
    attempt([&](const std::filesystem::path& folder) {
        saveCheckpoint(folder, std::move(checkpoint));
    });
}

std::filesystem::path RunKeeper::end(const RunOutcome& outcome) {
    if (outcome.classifier == nullptr && m_folder.empty()) {
        return {}; // nothing was learned that could be lost
    }
    std::filesystem::path kept;
    attempt([&](const std::filesystem::path& folder) {
        saveRun(folder, m_history, outcome);
        kept = outcome.classifier != nullptr ? folder : std::filesystem::path();
    });
    return kept;
}

/// What cannot be kept does not end the run.
void RunKeeper::attempt(const std::function<void(const std::filesystem::path& folder)>& save) {
    try {
        if (m_folder.empty()) {
            m_folder = m_findFolder(m_history.start.config);
        }
        save(m_folder);
    } catch (const Error& error) {
        m_failure = error.message();
    } catch (const std::exception& error) {
        m_failure = Message(DIGITLAB_TEXT("core", "The run cannot be kept: %1"),
                            {std::string(error.what())});
    }
}

} // namespace digitlab
