// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"
#include "app/session/engine_loading.h"
#include "app/session/feed_session.h"
#include "app/session/inference_session.h"
#include "app/session/training_session.h"
#include "app/window/mistakes_controller.h"
#include "app/window/model_document.h"
#include "app/window/model_files.h"
#include "app/window/my_digits_controller.h"
#include "app/window/picture_files.h"
#include "app/window/runs_controller.h"
#include "app/window/training_controller.h"
#include "app/window/window_settings.h"

#include <QObject>
#include <QTimer>

namespace digitlab {

class MainWindow;

/// Joins the window to the sessions: what is drawn, the files, the settings. What a person trains
/// with is joined by the TrainingController.
class WindowController : public QObject {
    Q_OBJECT

public:
    /// Restores what `settings` remember into `window`. Both must outlive the controller.
    WindowController(MainWindow& window, WindowSettings& settings);
    ~WindowController() override;

    [[nodiscard]] const TrainingSession& training() const { return m_session; }
    [[nodiscard]] const InferenceSession& inference() const { return m_inference; }

Q_SIGNALS:
    /// The engine is loaded, and the built-in model answers.
    void engineReady();

private:
    void connectDrawing();
    void connectFiles();
    void connectPictures();
    void connectSettings();
    void restore();
    void remember();

    void loadEngineInBackground();
    void closeIfAsked();
    void closeForGood();
    void useSettings(const TrainingConfig& config);
    void showSettings(const TrainingConfig& config);
    void restoreSettings();
    void showReading(const Reading& reading);
    void showClassifier(const std::shared_ptr<const Classifier>& classifier);
    void showDocument();
    void closeWindow();
    void askToStopAndClose();
    void showAbout();
    void notify(const Message& message);

    MainWindow& m_window;
    WindowSettings& m_settings;
    ModelDocument m_document;
    ModelFiles m_files;
    PictureFiles m_pictures;
    InferenceSession m_inference;
    TrainingSession m_session;
    FeedSession m_feed;
    MyDigitsController m_myDigits;
    TrainingController m_training;
    MistakesController m_mistakes;
    RunsController m_runs;
    Background m_background;
    std::shared_ptr<const Classifier> m_shown; ///< whose layers the look-inside shows
    TrainingConfig m_replacedSettings;         ///< by those of a model or a run
    QTimer m_rememberSoon;
    bool m_closing = false;
};

} // namespace digitlab
