// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/draw/answer.h"

#include <QWidget>

class QAction;
class QLabel;
class QLayout;

namespace digitlab {

class Canvas;
class CorrectionRow;
class FigureLabel;
class InkStrip;
class PenWidth;
class ProbabilityBars;

enum class EngineState { Loading, Ready, Failed };

/// Where a person draws and is answered: the canvas with its tools, how the ink becomes what
/// the network sees, the probabilities, and the answer in words. Its actions() undo, redo, clear
/// and change the pen; they work by their keys wherever the panel's window is active.
class DrawPanel : public QWidget {
    Q_OBJECT

public:
    explicit DrawPanel(QWidget* parent = nullptr);

    void showAnswer(const Answer& answer);
    /// There is nothing on the canvas, or nobody to read it.
    void showNothing();
    /// `reason` says why the engine failed.
    void setEngineState(EngineState state, const QString& reason = {});

    [[nodiscard]] Canvas* canvas() const { return m_canvas; }
    [[nodiscard]] CorrectionRow& correction() const { return *m_correction; }
    /// What is on the canvas, and how the network is to see it.
    [[nodiscard]] Drawing drawing() const;

Q_SIGNALS:
    void drawingChanged(); ///< also on every move of the pen

private:
    void addTools();
    void fillStepsOff();
    void layOut();
    QAction* addTool(const QString& text, const QList<QKeySequence>& keys, void (Canvas::*act)());
    void addPenAction(const QString& text, const QKeySequence& key, int change);
    void say(const QString& sentence, const QString& note);
    void explain(const QString& note);
    void updateTools();

    Canvas* m_canvas;
    PenWidth* m_penWidth;
    InkStrip* m_strip;
    ProbabilityBars* m_bars;
    CorrectionRow* m_correction;
    FigureLabel* m_sentence;
    QLabel* m_note;
    QWidget* m_stepsOff; ///< shown while steps are left out
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_clear = nullptr;
    EngineState m_engineState = EngineState::Loading;
    QString m_failure;
};

} // namespace digitlab
