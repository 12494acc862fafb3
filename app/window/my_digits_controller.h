// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/my_digits_browser.h"
#include "app/window/my_digits_document.h"
#include "core/training/teaching.h"

#include <QObject>

namespace digitlab {

class MainWindow;
class ModelDocument;
class TrainingSession;

/// Joins the window to the digits that the person keeps: what was misread, what it was, and
/// teaching it to the model in use.
class MyDigitsController : public QObject {
    Q_OBJECT

public:
    /// All must outlive this.
    MyDigitsController(MainWindow& window, ModelDocument& model, TrainingSession& training);

    /// Looks for what is kept, and shows it as soon as it is found. Before that, none is kept.
    void refresh() { m_document.refresh(); }

    [[nodiscard]] const MyDigits& digits() const { return m_document.digits(); }
    /// The same, but waits until they are read, and until all is written that was to be kept.
    [[nodiscard]] const MyDigits& latestDigits() { return m_document.latestDigits(); }
    /// Waits until all is written that was to be kept. False where that failed, and is told.
    bool finish() { return m_document.finish(); }

Q_SIGNALS:
    /// Other digits are kept now.
    void changed();
    void failed(const digitlab::Message& message);

private:
    void showDigits();
    void keep(int digit);
    void takeBack();
    void showDrawing();
    void teach();
    void endTeaching(const TeachingOutcome& outcome);

    MainWindow& m_window;
    ModelDocument& m_model;
    TrainingSession& m_training;
    MyDigitsDocument m_document;
    MyDigitsBrowser m_browser;
    std::string m_lessonData; ///< the data set of the lesson under way, or of the last
};

} // namespace digitlab
