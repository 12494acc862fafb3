// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/training_controller.h"

#include "app/files/data_folder.h"
#include "app/files/digit_data.h"
#include "app/window/model_document.h"
#include "app/window/model_files.h"
#include "app/window/my_digits_controller.h"
#include "ui/charts/training_charts.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QLocale>

#include <utility>

namespace digitlab {

TrainingController::TrainingController(const Parts& parts)
    : m_parts(parts)
    , m_chartExport(parts.window.charts())
    , m_chartRuns(parts.window.charts())
    , m_resumeDialog(parts.window) {
    connectActions();
    connectSession();
}

void TrainingController::connectActions() {
    TrainingSession& session = m_parts.session;
    const WindowActions& actions = m_parts.window.actions();
    connect(actions.train, &QAction::triggered, this, &TrainingController::startTraining);
    connect(actions.resumeRun, &QAction::triggered, &m_resumeDialog,
            [this] { m_resumeDialog.open(runsFolder()); });
    connect(&m_resumeDialog, &ResumeDialog::chosen, this, &TrainingController::resumeRun);
    connect(actions.pause, &QAction::triggered, this, [&session] {
        if (session.state() == TrainingSession::State::Paused) {
            session.resume();
        } else {
            session.pause();
        }
    });
    connect(actions.step, &QAction::triggered, &session, &TrainingSession::stepOnce);
    connect(actions.stop, &QAction::triggered, &session, &TrainingSession::requestStop);
    connect(&m_parts.window.charts(), &TrainingCharts::exportRequested, &m_chartExport,
            &ChartExport::exportAs);
    connect(&m_chartExport, &ChartExport::failed, this, &TrainingController::failed);
    connect(&m_chartExport, &ChartExport::written, &m_parts.window.statusLine(),
            &StatusLine::showSaved);
}

void TrainingController::connectSession() {
    const TrainingSession& session = m_parts.session;
    connect(&session, &TrainingSession::stateChanged, this, &TrainingController::showState);
    connect(&session, &TrainingSession::started, this, &TrainingController::showStart);
    connect(&session, &TrainingSession::progressed, this, &TrainingController::showProgress);
    connect(&session, &TrainingSession::epochEnded, &m_parts.window.charts(),
            &TrainingCharts::addEpoch);
    connect(&session, &TrainingSession::ended, this, &TrainingController::endTraining);
    connect(&m_parts.document, &ModelDocument::changed, this, &TrainingController::showState);
    connect(&session, &TrainingSession::taught, this, [this] {
        showState();
        Q_EMIT ended();
    });
}

void TrainingController::setEngine(std::shared_ptr<const Engine> engine) {
    m_hasEngine = true;
    m_parts.session.setEngine(std::move(engine));
    showState();
}

void TrainingController::beginRun(std::function<void()> start) {
    const auto begin = [this, start = std::move(start)] {
        m_runStarted = false;
        m_lastEnd.clear();
        m_parts.window.notice().hide();
        m_parts.window.actions().showTraining->trigger();
        start();
        m_parts.window.runBar().showPreparing();
    };
    if (m_parts.document.wouldBeLost()) {
        m_parts.files.whenNothingIsLost(begin);
    } else {
        begin();
    }
}

std::string TrainingController::chooseDataset() {
    std::string dataset = datasetAtHand();
    if (dataset == kSynthetic) {
        m_parts.window.notice().showNotice(
            tr("MNIST is not in %1, so this run learns from digits that Digit Lab draws itself. "
               "./run fetches MNIST.")
                .arg(QString::fromStdU16String(datasetFolder(kMnist).u16string())));
    }
    return dataset;
}

void TrainingController::startTraining() {
    beginRun([this] {
        m_resumed.clear();
        m_parts.session.start(m_parts.window.settings().config(), m_parts.myDigits.latestDigits(),
                              chooseDataset());
    });
}

void TrainingController::resumeRun(const std::filesystem::path& run) {
    beginRun([this, run] {
        m_resumed = run;
        m_parts.session.resumeRun(run, chooseDataset());
    });
}

void TrainingController::showStart(const RunStart& start) {
    m_run = start;
    m_runStarted = true;
    m_runName = m_chartRuns.begin(start, m_resumed);
    const QString name = tr("%1, in training").arg(m_runName);
    m_parts.window.statusLine().showModel(name, std::nullopt);
    m_parts.window.setWindowTitle(name + QStringLiteral("[*]")); // until a document has the name
}

void TrainingController::showProgress(const Progress& progress) {
    m_parts.window.charts().addBatches(progress.batches);
    m_parts.window.statusLine().showSpeed(progress.imagesPerSecond);
    m_parts.window.runBar().showProgress(m_run, progress);
    showState();
    if (progress.step == progress.totalSteps) {
        m_parts.window.setTrainingState(TrainingState::Stopping); // there is nothing left to pause
    }
}

void TrainingController::endTraining(const EndedRun& run) {
    const RunOutcome& outcome = run.outcome;
    if (m_runStarted) {
        m_chartRuns.end(outcome, run.folder);
    }
    m_lastEnd = endOf(outcome);
    m_lastModel =
        outcome.classifier != nullptr ? outcome.classifier : m_parts.document.classifier();
    if (outcome.status == RunStatus::Failed) {
        Q_EMIT failed(outcome.failure);
    } else if (outcome.classifier != nullptr) {
        m_parts.document.setTrained(outcome.classifier, m_runName, run.folder);
    }
    if (!run.storeFailure.empty()) {
        Q_EMIT failed(run.storeFailure);
    }
    showState();
    Q_EMIT ended();
}

QString TrainingController::endOf(const RunOutcome& outcome) {
    if (outcome.status == RunStatus::Failed) {
        return tr("failed");
    }
    if (!outcome.testAccuracy) {
        return {};
    }
    const QString text = outcome.status == RunStatus::Finished ? tr("finished · test accuracy %1 %")
                                                               : tr("stopped · test accuracy %1 %");
    return text.arg(QLocale().toString(*outcome.testAccuracy * 100, 'f', 2));
}

void TrainingController::showState() {
    MainWindow& window = m_parts.window;
    switch (m_parts.session.state()) {
    case TrainingSession::State::Idle:
        window.setTrainingState(m_hasEngine ? TrainingState::Idle : TrainingState::Unready);
        if (m_lastModel == m_parts.document.classifier()) {
            window.runBar().showIdle(m_lastEnd);
        } else { // what is told of the run is not true of the model that is shown
            window.runBar().showIdle({});
            window.statusLine().hideSpeed();
        }
        break;
    case TrainingSession::State::Running:
        window.setTrainingState(TrainingState::Running);
        break;
    case TrainingSession::State::Paused:
        window.setTrainingState(TrainingState::Paused);
        window.runBar().showPaused();
        break;
    case TrainingSession::State::Stopping:
        window.setTrainingState(TrainingState::Stopping);
        window.runBar().showStopping();
        break;
    }
}

} // namespace digitlab
