// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/training_session.h"

#include "app/files/digit_data.h"
#include "app/files/my_digits_file.h"
#include "app/files/run_folder.h"
#include "app/files/run_keeper.h"
#include "app/files/run_lock.h"
#include "core/data/drawn_digits.h"
#include "core/error.h"

#include <functional>
#include <optional>
#include <utility>

namespace digitlab {

namespace {

/// How often the window sees a fresh network while it trains, in seconds.
constexpr double kSnapshotInterval = 0.2;

/// Passes on what the training thread tells; of a resumed run also what it had told before.
class Reporter : public RunObserver {
public:
    explicit Reporter(TrainingSession& session, RunHistory before = {})
        : m_session(session)
        , m_before(std::move(before)) {}

    void started(const RunStart& start) override {
        Q_EMIT m_session.started(start);
        if (start.step > 0) {
            repeat(start);
        }
    }
    void progressed(const Progress& progress) override { Q_EMIT m_session.progressed(progress); }
    void epochEnded(const EpochResult& epoch) override { Q_EMIT m_session.epochEnded(epoch); }
    [[nodiscard]] double snapshotInterval() const override { return kSnapshotInterval; }
    void snapshotTaken(std::shared_ptr<const Classifier> classifier) override {
        Q_EMIT m_session.snapshotTaken(classifier);
    }

private:
    void repeat(const RunStart& start) {
        Progress progress;
        progress.epoch = static_cast<int>((start.step - 1) / start.stepsPerEpoch) + 1;
        progress.step = start.step;
        progress.totalSteps = start.stepsPerEpoch * start.config.epochs;
        progress.batches = m_before.batches;
        Q_EMIT m_session.progressed(progress);
        for (const EpochResult& epoch : m_before.epochs) {
            Q_EMIT m_session.epochEnded(epoch);
        }
    }

    TrainingSession& m_session;
    const RunHistory m_before;
};

RunOutcome failedRun(Message why) {
    RunOutcome outcome;
    outcome.status = RunStatus::Failed;
    outcome.failure = std::move(why);
    return outcome;
}

/// Passes on how far a lesson is.
class LessonReporter : public RunObserver {
public:
    explicit LessonReporter(TrainingSession& session)
        : m_session(session) {}

    void progressed(const Progress& progress) override {
        Q_EMIT m_session.teachingProgressed(static_cast<double>(progress.step) /
                                            static_cast<double>(progress.totalSteps));
    }

private:
    TrainingSession& m_session;
};

/// A data set with the digits that the person kept.
DigitData readData(const std::vector<StrokeSample>& mine, const std::string& dataset) {
    DigitData data = loadDigitData(dataset);
    data.mine = renderDigits(mine);
    return data;
}

/// One run from reading the data to keeping the result, in the training thread.
EndedRun carryOut(RunKeeper& keeper, const std::function<RunOutcome()>& train) {
    EndedRun run;
    try {
        run.outcome = train();
    } catch (const Error& error) {
        run.outcome = failedRun(error.message());
    } catch (const std::exception& error) {
        run.outcome = failedRun(
            Message(DIGITLAB_TEXT("core", "Training failed: %1"), {std::string(error.what())}));
    }
    run.folder = keeper.end(run.outcome);
    run.storeFailure = keeper.failure();
    return run;
}

/// One lesson from reading the data, in the training thread.
TeachingOutcome carryOutLesson(const Engine& engine, const Classifier& classifier,
                               const MyDigits& mine, const TrainingConfig& here,
                               const std::string& dataset, RunControl& control,
                               LessonReporter& reporter) {
    TeachingOutcome outcome;
    try {
        return teach(engine, classifier, readData(mine.samples(), dataset), here, control,
                     reporter);
    } catch (const Error& error) {
        outcome.failure = error.message();
    } catch (const std::exception& error) {
        outcome.failure =
            Message(DIGITLAB_TEXT("core", "Teaching failed: %1"), {std::string(error.what())});
    }
    return outcome;
}

} // namespace

TrainingSession::TrainingSession(std::filesystem::path runs, QObject* parent)
    : QObject(parent)
    , m_runs(std::move(runs)) {
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("training"));
    m_thread.start();
}

TrainingSession::~TrainingSession() {
    if (m_control != nullptr) {
        m_control->requestStop();
    }
    m_thread.quit();
    m_thread.wait();
}

void TrainingSession::setEngine(std::shared_ptr<const Engine> engine) {
    m_engine = std::move(engine);
}

/// Does `work` in the training thread, with an engine and a fresh control, and tells its result.
template <typename Work, typename Signal>
void TrainingSession::startInWorker(Work work, Signal signal) {
    Q_ASSERT(m_engine != nullptr && m_state == State::Idle);
    m_control = std::make_shared<RunControl>();
    setState(State::Running);
    QMetaObject::invokeMethod(
        &m_worker,
        [this, engine = m_engine, control = m_control, work = std::move(work), signal] {
            const auto result = work(*engine, *control);
            QMetaObject::invokeMethod(
                this,
                [this, result, signal] {
                    setState(State::Idle);
                    Q_EMIT(this->*signal)(result);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void TrainingSession::start(const TrainingConfig& config, MyDigits mine,
                            const std::string& dataset) {
    m_isTeaching = false;
    startInWorker(
        [this, config, mine = std::move(mine), dataset](const Engine& engine, RunControl& control) {
            Reporter reporter(*this);
            std::optional<RunLock> lock;
            RunKeeper keeper(reporter, [&](const TrainingConfig& started) {
                const std::filesystem::path folder = makeRunFolder(m_runs, started.preset);
                try {
                    lock.emplace(folder);
                    if (started.myDigits > 0 && mine.count() > 0) {
                        saveMyDigits(myDigitsIn(folder), mine);
                    }
                } catch (...) {
                    lock.reset();
                    std::error_code ignored; // a run's folder is whole or not there
                    std::filesystem::remove_all(folder, ignored);
                    throw;
                }
                return folder;
            });
            return carryOut(keeper, [&] {
                return engine.train(config, readData(mine.samples(), dataset), control, keeper);
            });
        },
        &TrainingSession::ended);
}

void TrainingSession::resumeRun(const std::filesystem::path& run, const std::string& dataset) {
    m_isTeaching = false;
    startInWorker(
        [this, run, dataset](const Engine& engine, RunControl& control) {
            Checkpoint checkpoint;
            std::filesystem::path folder;
            MyDigits mine;
            std::optional<RunLock> lock;
            try {
                folder = runFolderOf(run);
                lock.emplace(folder);
                checkpoint = readCheckpoint(folder);
                checkUnfinished(checkpoint);
                mine = readMyDigits(myDigitsIn(folder));
            } catch (const Error& error) {
                return EndedRun{failedRun(error.message()), {}, {}};
            }
            Reporter reporter(*this, checkpoint.history);
            RunKeeper keeper(
                reporter, [&](const TrainingConfig&) { return folder; }, checkpoint.history);
            return carryOut(keeper, [&] {
                return engine.resume(checkpoint, readData(mine.samples(), dataset), control,
                                     keeper);
            });
        },
        &TrainingSession::ended);
}

void TrainingSession::teach(std::shared_ptr<const Classifier> classifier, MyDigits mine,
                            const TrainingConfig& here, const std::string& dataset) {
    m_isTeaching = true;
    startInWorker(
        [this, classifier = std::move(classifier), mine = std::move(mine), here,
         dataset](const Engine& engine, RunControl& control) {
            LessonReporter reporter(*this);
            return carryOutLesson(engine, *classifier, mine, here, dataset, control, reporter);
        },
        &TrainingSession::taught);
}

void TrainingSession::pause() {
    if (m_state == State::Running) {
        m_control->pause();
        setState(State::Paused);
    }
}

void TrainingSession::resume() {
    if (m_state == State::Paused) {
        m_control->resume();
        setState(State::Running);
    }
}

void TrainingSession::stepOnce() {
    if (m_state == State::Paused) {
        m_control->stepOnce();
    }
}

void TrainingSession::requestStop() {
    if (m_state == State::Running || m_state == State::Paused) {
        m_control->requestStop();
        setState(State::Stopping);
    }
}

void TrainingSession::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace digitlab
