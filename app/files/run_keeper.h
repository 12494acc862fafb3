// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

#include <filesystem>
#include <functional>

namespace digitlab {

/// Keeps a run on disk: a checkpoint while it goes, the rest when it has ended. It hears of the run
/// for another observer, and lives in the thread that trains: a checkpoint costs some hundredths of
/// a second, once an epoch.
class RunKeeper : public RunObserver {
public:
    /// Gives the folder of a run with this configuration; may throw Error.
    using FindFolder = std::function<std::filesystem::path(const TrainingConfig&)>;

    /// `findFolder` is asked until it gives one, when there is something to keep. `before` is what
    /// a resumed run had told already.
    RunKeeper(RunObserver& observer, FindFolder findFolder, RunHistory before = {});

    void started(const RunStart& start) override;
    void progressed(const Progress& progress) override;
    void epochEnded(const EpochResult& epoch) override;
    [[nodiscard]] double snapshotInterval() const override;
    void snapshotTaken(std::shared_ptr<const Classifier> classifier) override;
    [[nodiscard]] bool wantsCheckpoints() const override { return true; }
    void checkpointTaken(Checkpoint&& checkpoint) override;

    /// The run has ended. Gives the folder where its model is kept; empty where there is none.
    std::filesystem::path end(const RunOutcome& outcome);

    /// Why something could not be kept; mostly empty.
    [[nodiscard]] const Message& failure() const { return m_failure; }

private:
    void attempt(const std::function<void(const std::filesystem::path& folder)>& save);

    RunObserver& m_observer;
    FindFolder m_findFolder;
    std::filesystem::path m_folder;
    RunHistory m_history;
    Message m_failure;
};

} // namespace digitlab
