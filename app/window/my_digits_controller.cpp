// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/my_digits_controller.h"

#include "app/files/data_folder.h"
#include "app/files/digit_data.h"
#include "app/session/training_session.h"
#include "app/window/model_document.h"
#include "ui/draw/canvas.h"
#include "ui/draw/correction_row.h"
#include "ui/draw/draw_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QLocale>

namespace digitlab {

namespace {

QString percent(double share) {
    return QLocale().toString(share * 100, 'f', 2);
}

} // namespace

MyDigitsController::MyDigitsController(MainWindow& window, ModelDocument& model,
                                       TrainingSession& training)
    : m_window(window)
    , m_model(model)
    , m_training(training)
    , m_document(myDigitsFile())
    , m_browser(m_document, window) {
    CorrectionRow& row = window.drawPanel().correction();
    connect(&row, &CorrectionRow::chosen, this, &MyDigitsController::keep);
    connect(&row, &CorrectionRow::takenBack, this, &MyDigitsController::takeBack);
    connect(window.drawPanel().canvas(), &Canvas::inkChanged, this,
            &MyDigitsController::showDrawing);
    connect(window.drawPanel().canvas(), &Canvas::historyChanged, this, [this] {
        showDrawing();
        if (!m_window.drawPanel().canvas()->isPenDown()) { // a stroke has ended, say
            m_document.refresh();
        }
    });
    connect(&m_document, &MyDigitsDocument::changed, this, &MyDigitsController::showDigits);
    connect(&m_document, &MyDigitsDocument::changed, this, &MyDigitsController::changed);
    connect(&m_document, &MyDigitsDocument::failed, this, &MyDigitsController::failed);

    const WindowActions& actions = window.actions();
    connect(&m_browser, &MyDigitsBrowser::failed, this, &MyDigitsController::failed);
    connect(&m_browser, &MyDigitsBrowser::exported, &window.statusLine(), &StatusLine::showSaved);
    connect(actions.myDigits, &QAction::triggered, &m_browser, &MyDigitsBrowser::show);
    connect(actions.teach, &QAction::triggered, this, &MyDigitsController::teach);
    connect(actions.undoTeaching, &QAction::triggered, this, [this] {
        m_model.undoTeaching();
        m_window.notice().hide();
    });
    connect(&model, &ModelDocument::changed, this, &MyDigitsController::showDigits);
    connect(&training, &TrainingSession::teachingProgressed, &window.runBar(),
            &RunBar::showTeaching);
    connect(&training, &TrainingSession::taught, this, &MyDigitsController::endTeaching);
}

void MyDigitsController::showDigits() {
    showDrawing();
    const auto count = static_cast<int>(m_document.digits().count());
    m_window.settings().setKeptDigits(count);
    m_window.setTeachable(count > 0, m_model.canUndoTeaching());
}

void MyDigitsController::keep(int digit) {
    const Ink& ink = m_window.drawPanel().canvas()->ink();
    if (ink.empty()) {
        return;
    }
    m_document.change([ink, digit](MyDigits& digits) {
        if (const auto place = digits.find(ink)) {
            digits.relabel(*place, digit); // the person thought better of it
        } else {
            digits.add({digit, {}, ink});
        }
    });
}

void MyDigitsController::takeBack() {
    m_document.change([ink = m_window.drawPanel().canvas()->ink()](MyDigits& digits) {
        if (const auto place = digits.find(ink)) {
            digits.remove(std::span(&*place, 1));
        }
    });
}

void MyDigitsController::showDrawing() {
    CorrectionRow& row = m_window.drawPanel().correction();
    const Canvas& canvas = *m_window.drawPanel().canvas();
    const Ink& ink = canvas.ink();
    if (canvas.picture()) {
        row.showPicture();
        return;
    }
    if (ink.empty()) {
        row.showNothing();
        return;
    }
    if (canvas.isPenDown()) { // it is looked up when the stroke is finished, not at every move
        row.showQuestion();
        return;
    }
    const MyDigits& digits = m_document.digits();
    const auto place = digits.find(ink);
    const auto label = place ? digits.at(*place).label : std::nullopt;
    if (label) {
        row.showKept(*label, static_cast<int>(digits.count()));
    } else {
        row.showQuestion();
    }
}

void MyDigitsController::teach() {
    m_window.notice().hide();
    m_window.runBar().showPreparing();
    m_lessonData = datasetAtHand();
    m_training.teach(m_model.classifier(), m_document.latestDigits(), m_window.settings().config(),
                     m_lessonData);
}

void MyDigitsController::endTeaching(const TeachingOutcome& outcome) {
    if (outcome.status == RunStatus::Failed) {
        Q_EMIT failed(outcome.failure);
    }
    if (outcome.status != RunStatus::Finished) {
        return; // the model is as it was
    }
    const TeachingScores& scores = outcome.scores;
    const QString known = m_lessonData == kMnist ? tr("MNIST") : tr("drawn digits");
    const auto mine = [&scores](double share) { // of few digits a count tells more
        return QLocale().toString(qRound(share * static_cast<double>(scores.mineCount)));
    };
    if (!scores.keptTheOld()) {
        m_window.notice().showNotice(
            tr("Not taught: the accuracy on %1 would fall from %2 % to %3 %, by more than a "
               "tenth of a point. The model is as it was.")
                .arg(known, percent(scores.testBefore), percent(scores.testAfter)));
        return;
    }
    if (!scores.broughtSomething()) {
        m_window.notice().showNotice(
            tr("Not taught: the lesson brought nothing. My digits: %1 of %2 read before, %3 after "
               "it · %4: %5 % before, %6 % after it. The model is as it was.")
                .arg(mine(scores.mineBefore), mine(1), mine(scores.mineAfter), known,
                     percent(scores.testBefore), percent(scores.testAfter)));
        return;
    }
    m_model.setTaught(outcome.classifier);
    m_window.notice().showNotice(
        tr("Taught. My digits: %1 of %2 read before, %3 now · %4: %5 % before, %6 % now")
            .arg(mine(scores.mineBefore), mine(1), mine(scores.mineAfter), known,
                 percent(scores.testBefore), percent(scores.testAfter)),
        m_window.actions().undoTeaching);
}

} // namespace digitlab
