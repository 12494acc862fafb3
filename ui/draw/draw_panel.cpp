// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/draw_panel.h"

#include "ui/draw/canvas.h"
#include "ui/draw/correction_row.h"
#include "ui/draw/ink_strip.h"
#include "ui/draw/pen_width.h"
#include "ui/draw/probability_bars.h"
#include "ui/figure_label.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace digitlab {

namespace {

/// How much one press of a key changes the pen.
constexpr int kPenStep = 2;

constexpr int kBetweenSentences = 100; ///< milliseconds; the eye reads the bars meanwhile

QString sentenceOf(const Answer& answer) {
    switch (refusalOf(answer.verdict)) {
    case Refusal::NoDigit:
        return answer.sideBySide ? DrawPanel::tr("<b>Two digits?</b> One at a time is read")
                                 : DrawPanel::tr("<b>Not a digit</b>");
    case Refusal::Unsure:
        return DrawPanel::tr("Not sure");
    case Refusal::None:
        break;
    }
    const Probabilities& probabilities = answer.verdict.probabilities;
    const int digit = digitOf(probabilities);
    const auto second = runnerUp(probabilities, kPerhaps);
    return second ? DrawPanel::tr("<b>It is a %1</b>, perhaps %2").arg(digit).arg(*second)
                  : DrawPanel::tr("<b>It is a %1</b>").arg(digit);
}

} // namespace

DrawPanel::DrawPanel(QWidget* parent)
    : QWidget(parent)
    , m_canvas(new Canvas(this))
    , m_penWidth(new PenWidth(this))
    , m_strip(new InkStrip(this))
    , m_bars(new ProbabilityBars(this))
    , m_correction(new CorrectionRow(this))
    , m_sentence(new FigureLabel(this, kBetweenSentences))
    , m_note(new QLabel(this))
    , m_stepsOff(new QWidget(this)) {
    m_canvas->setObjectName("canvas");
    m_strip->setObjectName("strip");
    m_bars->setObjectName("bars");
    m_sentence->label().setObjectName("sentence");
    m_sentence->label().setWordWrap(true);
    m_note->setObjectName("note");
    m_note->setWordWrap(true);
    setSmall(*m_note);

    addTools();
    fillStepsOff();
    layOut();
    m_penWidth->setValue(m_canvas->penWidth());
    connect(m_penWidth, &PenWidth::valueChanged, m_canvas, &Canvas::setPenWidth);
    connect(m_canvas, &Canvas::penWidthChanged, m_penWidth, &PenWidth::setValue);
    connect(m_canvas, &Canvas::historyChanged, this, &DrawPanel::updateTools);
    connect(m_canvas, &Canvas::inkChanged, this, &DrawPanel::drawingChanged);
    connect(m_canvas, &Canvas::penWidthChanged, this, &DrawPanel::drawingChanged);
    connect(m_strip, &InkStrip::stepsChanged, this, [this] {
        updateTools();
        Q_EMIT drawingChanged();
    });
    updateTools();
    showNothing();
}

void DrawPanel::addTools() {
    m_undo = addTool(tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}, &Canvas::undo);
    m_redo = addTool(
        tr("Redo"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        &Canvas::redo);
    m_clear = addTool(tr("Clear"), {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::Key_Delete)},
                      &Canvas::clear);
    addPenAction(tr("Thinner pen"), QKeySequence(Qt::Key_BracketLeft), -kPenStep);
    addPenAction(tr("Thicker pen"), QKeySequence(Qt::Key_BracketRight), kPenStep);
    addActions(m_correction->actions());
    addActions(m_strip->actions());
}

QAction* DrawPanel::addTool(const QString& text, const QList<QKeySequence>& keys,
                            void (Canvas::*act)()) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setToolTip(tr("%1 (%2)").arg(text, keys.first().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, m_canvas, act);
    addAction(action);
    return action;
}

void DrawPanel::addPenAction(const QString& text, const QKeySequence& key, int change) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, m_canvas,
            [this, change] { m_canvas->setPenWidth(m_canvas->penWidth() + change); });
    addAction(action);
}

void DrawPanel::fillStepsOff() {
    m_stepsOff->setObjectName("stepsOff");
    auto* hint = new QLabel(tr("Steps are left out"), m_stepsOff);
    setSmall(*hint);
    hint->setWordWrap(true);
    auto* allOn = new QToolButton(m_stepsOff);
    allOn->setDefaultAction(m_strip->allOn());
    allOn->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(m_stepsOff);
    row->setContentsMargins(0, kGrid, 0, 0);
    row->addWidget(hint, 1);
    row->addWidget(allOn);
    m_stepsOff->hide();
}

void DrawPanel::layOut() {
    auto* tools = new QHBoxLayout;
    tools->setSpacing(2);
    for (QAction* action : {m_undo, m_redo, m_clear}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        tools->addWidget(button);
    }
    tools->addSpacing(kGrid);
    tools->addWidget(m_penWidth, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 12, 2 * kGrid, 12);
    layout->setSpacing(0);
    layout->addWidget(m_canvas);
    layout->addSpacing(4);
    layout->addLayout(tools);
    layout->addSpacing(kGrid);
    layout->addWidget(m_strip);
    layout->addSpacing(kGrid);
    layout->addWidget(m_bars);
    layout->addSpacing(kGrid);
    layout->addWidget(m_sentence);
    layout->addWidget(m_note);
    layout->addSpacing(4);
    layout->addWidget(m_correction);
    layout->addSpacing(4);
    layout->addWidget(m_stepsOff);
    layout->addStretch(1);
}

Drawing DrawPanel::drawing() const {
    return {m_canvas->ink(),
            {Canvas::kSide, static_cast<double>(m_canvas->penWidth())},
            m_strip->steps(),
            m_canvas->picture()};
}

void DrawPanel::showAnswer(const Answer& answer) {
    m_bars->setVerdict(answer.verdict);
    m_strip->setStages(answer.stages);
    m_canvas->showNewInk();
    m_sentence->showSoon(sentenceOf(answer));
    explain({});
}

void DrawPanel::showNothing() {
    m_bars->setVerdict({});
    m_strip->setStages({});
    switch (m_engineState) {
    case EngineState::Loading:
        say(tr("The engine is still loading"),
            tr("What you draw now is read as soon as it is there."));
        break;
    case EngineState::Ready:
        say(tr("Draw a digit"), tr("The answer comes while you draw."));
        break;
    case EngineState::Failed:
        say(tr("The engine could not be loaded"), m_failure);
        break;
    }
}

void DrawPanel::setEngineState(EngineState state, const QString& reason) {
    m_engineState = state;
    m_failure = reason;
    m_correction->setVisible(state != EngineState::Failed); // nobody reads, so nobody misreads
    m_strip->setVisible(state != EngineState::Failed); // nobody reads, and the reason may be long
    showNothing();
}

void DrawPanel::say(const QString& sentence, const QString& note) {
    m_sentence->showNow(sentence);
    explain(note);
}

void DrawPanel::explain(const QString& note) {
    m_note->setText(note); // it keeps its line: the canvas must not move under the pen
}

void DrawPanel::updateTools() {
    m_undo->setEnabled(m_canvas->canUndo());
    m_redo->setEnabled(m_canvas->canRedo());
    m_clear->setEnabled(!m_canvas->isEmpty());
    const bool isPicture = m_canvas->picture() != nullptr; // which is seen as it is
    m_strip->setStepsMatter(!isPicture);
    m_stepsOff->setVisible(!isPicture && !m_strip->steps().all());
}

} // namespace digitlab
