// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mistakes_controller.h"

#include "app/files/digit_data.h"
#include "app/window/model_document.h"
#include "core/engine.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/mistakes/mistakes_view.h"
#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QEvent>
#include <QLocale>

#include <utility>

namespace digitlab {

MistakesController::MistakesController(MainWindow& window, ModelDocument& document)
    : m_window(window)
    , m_document(document) {
    MistakesView& view = window.mistakes();
    view.showNothing(tr("The engine is still loading"));
    view.installEventFilter(this);
    connect(&document, &ModelDocument::changed, this, &MistakesController::refresh);
    connect(&view, &MistakesView::imageChosen, window.drawPanel().canvas(), &Canvas::setPicture);
}

MistakesController::~MistakesController() {
    m_stop.request_stop();
}

bool MistakesController::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show) {
        refresh();
    } else if (event->type() == QEvent::Hide && m_result.isEmpty()) {
        stopReading(); // whoever trains can use the processor
    }
    return QObject::eventFilter(watched, event);
}

void MistakesController::refresh() {
    if (m_document.classifier() != m_examined) {
        stopReading();
    }
    if (m_document.classifier() == nullptr || !m_window.mistakes().isVisible()) {
        return;
    }
    if (m_examined == nullptr) {
        readTestImages();
    } else if (!m_result.isEmpty()) {
        m_window.mistakes().setCaption(caption()); // the model may have another name by now
    }
}

void MistakesController::stopReading() {
    m_stop.request_stop();
    m_examined.reset();
    m_result.clear();
}

MistakesController::TestImages MistakesController::testImages(const TestImages& known) {
    const std::string dataset = datasetAtHand();
    if (known.images != nullptr && known.dataset == dataset) {
        return known;
    }
    return {dataset, std::make_shared<const LabelledImages>(labelledImages(loadTestData(dataset)))};
}

void MistakesController::readTestImages() {
    m_stop = std::stop_source();
    m_examined = m_document.classifier();
    m_window.mistakes().showNothing(tr("%1 reads the test images …").arg(m_document.name()));
    m_background.run(
        [classifier = m_examined, known = m_set, stop = m_stop.get_token()] {
            const TestImages set = testImages(known);
            return Examined{set, examine(*classifier, set.images, stop)};
        },
        [this, stop = m_stop.get_token()](const Examined& examined) {
            m_set = examined.set;
            if (!stop.stop_requested()) { // else it is no longer the model in use that read them
                show(examined);
            }
        },
        [this, stop = m_stop.get_token()](const Message& message) {
            if (!stop.stop_requested()) {
                m_examined.reset(); // once more when it is looked at again
                m_window.mistakes().showNothing(translated(message));
            }
        });
}

void MistakesController::show(const Examined& examined) {
    const Examination& examination = *examined.examination;
    const QString images =
        examined.set.dataset == kMnist ? tr("MNIST's test images") : tr("drawn digits");
    const QString read = QLocale().toString(100 * examination.scores.accuracy(), 'f', 2);
    m_result = tr("%1: %2 % read").arg(images, read);
    m_window.mistakes().showExamination(examination, caption());
}

QString MistakesController::caption() const {
    return QStringLiteral("%1 · %2").arg(m_document.name(), m_result);
}

} // namespace digitlab
