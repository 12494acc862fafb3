// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_controller.h"

#include "app/files/data_folder.h"
#include "app/files/digit_data.h"
#include "ui/charts/training_charts.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/inside/inside_view.h"
#include "ui/inside/map_detail.h"
#include "ui/mistakes/mistakes_view.h"
#include "ui/settings/settings_panel.h"
#include "ui/text.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace digitlab {

namespace {

constexpr std::chrono::seconds kRememberDelay{2}; // so that not every key is written

std::shared_ptr<const Model> modelOf(const std::shared_ptr<const Classifier>& classifier) {
    return {classifier, &classifier->model()}; // shares the classifier's life
}

} // namespace

WindowController::WindowController(MainWindow& window, WindowSettings& settings)
    : m_window(window)
    , m_settings(settings)
    , m_files(m_document, window)
    , m_pictures(*window.drawPanel().canvas())
    , m_session(runsFolder())
    , m_myDigits(window, m_document, m_session)
    , m_training({window, m_session, m_document, m_files, m_myDigits})
    , m_mistakes(window, m_document)
    , m_runs({window, m_training, m_document, m_files}) {
    connectDrawing();
    connectFiles();
    connectPictures();
    connectSettings();
    restore();
    // The window first: LibTorch takes a second of CPU, the first frame a few hundredths.
    connect(&window, &MainWindow::firstPainted, this, &WindowController::loadEngineInBackground);
}

WindowController::~WindowController() = default;

void WindowController::connectDrawing() {
    DrawPanel& panel = m_window.drawPanel();
    connect(&panel, &DrawPanel::drawingChanged, this, [this, &panel] {
        if (panel.canvas()->isEmpty()) {
            m_inference.forget();
            panel.showNothing();
            m_window.insideView().showNothing();
            m_window.mapDetail().showNothing();
        } else {
            m_inference.read(panel.drawing());
        }
    });
    connect(&m_inference, &InferenceSession::answered, this, &WindowController::showReading);
    connect(&m_inference, &InferenceSession::failed, this, &WindowController::notify);
    connect(&m_myDigits, &MyDigitsController::failed, this, &WindowController::notify);
    connect(&m_session, &TrainingSession::snapshotTaken, this, &WindowController::showClassifier);
    connect(&m_training, &TrainingController::failed, this, &WindowController::notify);
    connect(&m_training, &TrainingController::ended, this, [this] {
        showDocument(); // whatever became of the run, its snapshots are of no use any more
        closeIfAsked();
    });
}

void WindowController::connectFiles() {
    const WindowActions& actions = m_window.actions();
    connect(actions.newModel, &QAction::triggered, this,
            [this] { m_files.newModel(m_window.settings().config()); });
    connect(actions.open, &QAction::triggered, &m_files, &ModelFiles::open);
    connect(actions.save, &QAction::triggered, &m_files, &ModelFiles::save);
    connect(actions.saveAs, &QAction::triggered, &m_files, &ModelFiles::saveAs);
    connect(&m_window, &MainWindow::recentModelChosen, &m_files, &ModelFiles::openFile);
    connect(&m_window, &MainWindow::recentModelsWanted, this, // some may have gone meanwhile
            [this] { m_window.setRecentModels(m_settings.recentModels()); });
    connect(&m_window, &MainWindow::closeRequested, this, &WindowController::closeWindow);
    connect(&m_files, &ModelFiles::failed, this, &WindowController::notify);
    connect(&m_files, &ModelFiles::fileUsed, this, [this](const QString& file) {
        m_window.notice().hide(); // what failed before is no matter any more
        m_settings.addRecentModel(file);
        m_window.setRecentModels(m_settings.recentModels());
    });
    connect(&m_files, &ModelFiles::opened, this, &WindowController::useSettings);
    connect(actions.about, &QAction::triggered, this, &WindowController::showAbout);
    connect(&m_document, &ModelDocument::changed, this, &WindowController::showDocument);
}

void WindowController::connectPictures() {
    connect(m_window.actions().openPicture, &QAction::triggered, &m_pictures, &PictureFiles::open);
    connect(&m_window, &MainWindow::fileDropped, this, [this](const QString& file) {
        if (!file.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive)) {
            m_pictures.openFile(file);
        } else if (m_window.actions().open->isEnabled()) { // not while it trains
            m_files.openFile(file);
        }
    });
    connect(&m_pictures, &PictureFiles::opened, &m_window.notice(), &QWidget::hide);
    connect(&m_pictures, &PictureFiles::failed, this, &WindowController::notify);
}

void WindowController::connectSettings() {
    SettingsPanel& panel = m_window.settings();
    connect(&panel, &SettingsPanel::configChanged, &m_feed, &FeedSession::show);
    // Not only at the end of the window: a person who changed a lot should not lose it where the
    // program is ended by force.
    m_rememberSoon.setSingleShot(true);
    m_rememberSoon.setInterval(kRememberDelay);
    connect(&m_rememberSoon, &QTimer::timeout, this, &WindowController::remember);
    connect(&panel, &SettingsPanel::configChanged, &m_rememberSoon, qOverload<>(&QTimer::start));
    connect(&panel.feedPreview(), &FeedPreview::clicked, &m_feed, &FeedSession::showOthers);
    connect(&m_myDigits, &MyDigitsController::changed, this,
            [this] { m_feed.setMine(m_myDigits.digits()); });
    connect(&m_feed, &FeedSession::made, &panel.feedPreview(), &FeedPreview::setImages);
    connect(&m_runs, &RunsController::settingsChosen, this, &WindowController::useSettings);
    connect(m_window.actions().restoreSettings, &QAction::triggered, this,
            &WindowController::restoreSettings);
    connect(&m_runs, &RunsController::failed, this, &WindowController::notify);
}

void WindowController::restore() {
    m_window.restoreLayoutState(m_settings.layout());
    m_window.settings().setConfig(m_settings.config());
    m_feed.show(m_settings.config());
    m_window.settings().setCollapsedGroups(m_settings.collapsedGroups());
    if (const auto width = m_settings.penWidth()) {
        m_window.drawPanel().canvas()->setPenWidth(*width);
    }
    if (const auto smoothing = m_settings.smoothing()) {
        m_window.charts().setSmoothing(*smoothing);
    }
    m_window.charts().setLogScale(m_settings.logScale());
    m_window.setRecentModels(m_settings.recentModels());
}

void WindowController::remember() {
    m_settings.setLayout(m_window.layoutState());
    m_settings.setCollapsedGroups(m_window.settings().collapsedGroups());
    m_settings.setSmoothing(m_window.charts().smoothing());
    m_settings.setLogScale(m_window.charts().logScale());
    m_settings.setPenWidth(m_window.drawPanel().canvas()->penWidth());
    if (m_window.settings().isValid()) {
        m_settings.setConfig(m_window.settings().config());
    }
}

void WindowController::loadEngineInBackground() {
    m_myDigits.refresh();
    m_background.run(
        loadEngineAndModel,
        [this](const LoadedEngine& loaded) {
            m_files.setEngine(loaded.engine);
            m_training.setEngine(loaded.engine);
            m_window.settings().setEngine(loaded.info);
            m_window.drawPanel().setEngineState(EngineState::Ready);
            m_window.statusLine().showDevice(
                tr("CPU, %1").arg(QString::fromStdString(loaded.info.blas)));
            if (loaded.info.referenceBlas) {
                m_window.notice().showNotice(
                    tr("Training runs on the reference BLAS, which is some ten times slower than "
                       "OpenBLAS. Install the package libopenblas0-openmp."));
            }
            m_document.setBuiltin(loaded.builtin);
            m_feed.load(datasetFolder(kMnist)); // not before: it would slow the engine's start
            Q_EMIT engineReady();
        },
        [this](const Message& message) {
            m_window.drawPanel().setEngineState(EngineState::Failed, translated(message));
            m_window.statusLine().showDevice(tr("no engine"));
            m_window.mistakes().showNothing(tr("The engine could not be loaded"));
            notify(message);
        });
}

/// Closes the window where that waited for the end of what ran.
void WindowController::closeIfAsked() {
    if (!std::exchange(m_closing, false)) {
        return;
    }
    if (m_document.wouldBeLost()) {
        closeWindow(); // it could not be kept: ask
    } else {
        closeForGood();
    }
}

void WindowController::closeForGood() {
    if (m_myDigits.finish()) { // else it is told: who closes once more does without
        remember();
        m_window.closeForGood();
    }
}

/// Those of a model or a run, which may come from another machine.
void WindowController::useSettings(const TrainingConfig& config) {
    SettingsPanel& panel = m_window.settings();
    const TrainingConfig before = panel.config();
    const TrainingConfig here = onMachineOf(before, config);
    showSettings(here);
    if (here != before) {
        m_replacedSettings = before;
        m_window.actions().restoreSettings->setEnabled(true);
        m_window.notice().showNotice(tr("The settings are now those of the model or run."),
                                     m_window.actions().restoreSettings);
    }
}

void WindowController::showSettings(const TrainingConfig& config) {
    m_window.settings().setConfig(config);
    m_rememberSoon.start();
    m_feed.show(config);
}

/// Once more brings back what was there before that, so that nothing is lost.
void WindowController::restoreSettings() {
    const TrainingConfig before = m_window.settings().config();
    showSettings(m_replacedSettings);
    m_replacedSettings = before;
    m_window.notice().hide();
}

void WindowController::showReading(const Reading& reading) {
    m_window.drawPanel().showAnswer({reading.stages, reading.insight->verdict, reading.sideBySide});
    m_window.statusLine().showLatency(reading.milliseconds);
    if (reading.classifier != m_shown) {
        m_shown = reading.classifier;
        m_window.insideView().setModel(modelOf(m_shown));
        m_window.mapDetail().setModel(modelOf(m_shown));
    }
    m_window.insideView().showInsight(reading.image(), reading.insight);
    m_window.mapDetail().showInsight(reading.image(), reading.insight);
}

void WindowController::showClassifier(const std::shared_ptr<const Classifier>& classifier) {
    m_inference.setClassifier(classifier);
    // With something on the canvas the answer brings the maps; without, the layers alone are shown.
    if (m_window.drawPanel().canvas()->isEmpty()) {
        m_shown = classifier;
        m_window.insideView().setModel(modelOf(classifier));
        m_window.mapDetail().setModel(modelOf(classifier));
    }
}

void WindowController::showDocument() {
    if (m_session.state() != TrainingSession::State::Idle && !m_session.isTeaching()) {
        return; // what is shown is the network in training
    }
    showClassifier(m_document.classifier());
    m_window.statusLine().showModel(
        m_document.isUnsaved() ? tr("%1 (unsaved)").arg(m_document.name()) : m_document.name(),
        m_document.classifier()->model().scores.testAccuracy);
    const QString mark = QStringLiteral("[*]"); // where Qt tells that it is not saved
    QString title = m_document.name();
    m_window.setWindowTitle(title.replace(mark, mark + mark) + mark); // twice stands for itself
    m_window.setWindowModified(m_document.isUnsaved());
}

void WindowController::closeWindow() {
    if (m_closing) {
        return; // already on the way
    }
    if (m_session.state() != TrainingSession::State::Idle) {
        askToStopAndClose();
        return;
    }
    m_files.whenNothingIsLost([this] { closeForGood(); });
}

void WindowController::askToStopAndClose() {
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Training is under way"),
                                     tr("Stop the training and close Digit Lab?"),
                                     QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        m_session.isTeaching() ? tr("A model that is being taught stays as it was.")
                               : tr("What was learned so far is kept among your runs:\n%1")
                                     .arg(QString::fromStdU16String(runsFolder().u16string())));
    auto* stop = question->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(stop, &QPushButton::clicked, this, [this] {
        m_closing = true;
        m_session.requestStop();
    });
    // What it asks is settled when the training ends by itself.
    connect(&m_training, &TrainingController::ended, question, &QDialog::reject);
    question->open();
}

void WindowController::showAbout() {
    auto* about = new QMessageBox(QMessageBox::NoIcon, tr("About Digit Lab"),
                                  tr("Digit Lab %1").arg(QStringLiteral(DIGITLAB_VERSION)),
                                  QMessageBox::Ok, &m_window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setInformativeText(
        tr("A laboratory for handwritten digits. Free software under the GNU General Public "
           "License, version 3 or later.\n\nQt %1, QCustomPlot, LibTorch.\n\nData: %2")
            .arg(QString::fromLatin1(qVersion()),
                 QString::fromStdU16String(dataFolder().u16string())));
    about->open();
}

void WindowController::notify(const Message& message) {
    m_window.notice().showNotice(translated(message));
}

} // namespace digitlab
