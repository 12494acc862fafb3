// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/my_digits.h"
#include "core/data/stroke_file.h"
#include "core/engine.h"
#include "core/training/run_history.h"
#include "core/training/teaching.h"

#include <QObject>
#include <QThread>

#include <filesystem>
#include <memory>

namespace digitlab {

/// A run that has ended, and where it is kept.
struct EndedRun {
    RunOutcome outcome;
    std::filesystem::path folder; ///< empty where nothing was kept
    Message storeFailure;         ///< why nothing was kept; mostly empty
};

/// Trains one network after the other in one long-lived thread. All functions return at once; each
/// run that was started ends with exactly one ended(), and each teaching with one taught().
class TrainingSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Paused, Stopping };
    Q_ENUM(State)

    /// Ended runs are kept under `runs`.
    explicit TrainingSession(std::filesystem::path runs, QObject* parent = nullptr);
    /// Asks a run to stop and waits for it.
    ~TrainingSession() override;

    void setEngine(std::shared_ptr<const Engine> engine);

    [[nodiscard]] State state() const { return m_state; }
    /// True where what is under way, or was last, is a lesson and no run.
    [[nodiscard]] bool isTeaching() const { return m_isTeaching; }

    /// Starts a run on a data set (see loadDigitData()), with the digits that the person kept among
    /// its images. Needs an engine, and State::Idle.
    void start(const TrainingConfig& config, MyDigits mine, const std::string& dataset);
    /// Goes on with a run that was stopped, named by its folder or by the checkpoint in it, with
    /// the person's digits that it began with. The data set must be the same. Needs an engine, and
    /// State::Idle.
    void resumeRun(const std::filesystem::path& run, const std::string& dataset);
    /// Teaches a model the digits that the person kept, on the machine of `here` (see
    /// onMachineOf()); images of the data set keep it from forgetting. Needs an engine, and
    /// State::Idle.
    void teach(std::shared_ptr<const Classifier> classifier, MyDigits mine,
               const TrainingConfig& here, const std::string& dataset);
    void pause();
    void resume();
    /// Lets a paused run do one batch more.
    void stepOnce();
    void requestStop();

Q_SIGNALS:
    void stateChanged(digitlab::TrainingSession::State state);
    void started(const digitlab::RunStart& start);
    void progressed(const digitlab::Progress& progress);
    void epochEnded(const digitlab::EpochResult& epoch);
    void snapshotTaken(const std::shared_ptr<const digitlab::Classifier>& classifier);
    void ended(const digitlab::EndedRun& run);
    /// How much of a lesson is done, 0 … 1.
    void teachingProgressed(double share);
    void taught(const digitlab::TeachingOutcome& outcome);

private:
    void setState(State state);
    template <typename Work, typename Signal>
    void startInWorker(Work work, Signal signal);

    std::filesystem::path m_runs;
    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<RunControl> m_control; ///< of the run under way; a fresh one each
    State m_state = State::Idle;
    bool m_isTeaching = false;
    QObject m_worker; ///< lives in m_thread; what is posted to it is done there
    QThread m_thread;
};

} // namespace digitlab
