// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/training_session.h"

#include "app/session/run_store.h"
#include "core/data/drawn_digits.h"
#include "core/error.h"

namespace digitlab {

namespace {

/// How often the window sees a fresh network while it trains, in seconds.
constexpr double kSnapshotInterval = 0.2;

/// Passes on what the training thread tells, and keeps its history.
class Reporter : public RunObserver {
public:
    explicit Reporter(TrainingSession& session)
        : m_session(session) {}

    void started(const RunStart& start) override {
        m_history.start = start;
        Q_EMIT m_session.started(start);
    }
    void progressed(const Progress& progress) override {
        m_history.batches.insert(m_history.batches.end(), progress.batches.begin(),
                                 progress.batches.end());
        Q_EMIT m_session.progressed(progress);
    }
    void epochEnded(const EpochResult& epoch) override {
        m_history.epochs.push_back(epoch);
        Q_EMIT m_session.epochEnded(epoch);
    }
    [[nodiscard]] double snapshotInterval() const override { return kSnapshotInterval; }
    void snapshotTaken(std::shared_ptr<const Classifier> classifier) override {
        Q_EMIT m_session.snapshotTaken(classifier);
    }

    [[nodiscard]] const RunHistory& history() const { return m_history; }

private:
    TrainingSession& m_session;
    RunHistory m_history;
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
DigitData readData(const std::vector<StrokeSample>& mine, const std::filesystem::path& dataset) {
    DigitData data = readDigitData(dataset);
    data.mine = renderDigits(mine);
    return data;
}

/// One run from reading the data to keeping the result, in the training thread.
EndedRun carryOut(const Engine& engine, const TrainingConfig& config,
                  const std::vector<StrokeSample>& mine, const std::filesystem::path& dataset,
                  const std::filesystem::path& runs, RunControl& control, Reporter& reporter) {
    EndedRun run;
    try {
        const DigitData data = readData(mine, dataset);
        run.outcome = engine.train(config, data, control, reporter);
    } catch (const Error& error) {
        run.outcome = failedRun(error.message());
    } catch (const std::exception& error) {
        run.outcome = failedRun(
            Message(DIGITLAB_TEXT("core", "Training failed: %1"), {std::string(error.what())}));
    }
    if (run.outcome.classifier == nullptr) {
        return run; // nothing was learned that could be lost
    }
    try {
        run.folder = storeRun(runs, reporter.history(), run.outcome);
    } catch (const Error& error) {
        run.storeFailure = error.message();
    }
    return run;
}

/// One lesson from reading the data, in the training thread.
TeachingOutcome carryOutLesson(const Engine& engine, const Classifier& classifier,
                               const std::vector<StrokeSample>& mine,
                               const std::filesystem::path& dataset, RunControl& control,
                               LessonReporter& reporter) {
    TeachingOutcome outcome;
    try {
        return teach(engine, classifier, readData(mine, dataset), control, reporter);
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

void TrainingSession::start(const TrainingConfig& config, std::vector<StrokeSample> mine,
                            const std::filesystem::path& dataset) {
    startInWorker(
        [this, config, mine = std::move(mine), dataset](const Engine& engine, RunControl& control) {
            Reporter reporter(*this);
            return carryOut(engine, config, mine, dataset, m_runs, control, reporter);
        },
        &TrainingSession::ended);
}

void TrainingSession::teach(std::shared_ptr<const Classifier> classifier,
                            std::vector<StrokeSample> mine, const std::filesystem::path& dataset) {
    startInWorker(
        [this, classifier = std::move(classifier), mine = std::move(mine),
         dataset](const Engine& engine, RunControl& control) {
            LessonReporter reporter(*this);
            return carryOutLesson(engine, *classifier, mine, dataset, control, reporter);
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
