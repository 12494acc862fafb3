// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/draw/answer.h"

#include <QWidget>

class QAction;
class QLabel;
class QLayout;

namespace digitlab {

class Canvas;
class PenWidth;
class ProbabilityBars;
class SeenImage;

enum class EngineState { Loading, Ready, Failed };

/// Where a person draws and is answered: the canvas with its tools, the probabilities, what the
/// network sees, and the answer in words. Its actions() undo, redo, clear and change the pen; they
/// work by their keys wherever the panel's window is active.
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

private:
    void addTools();
    void layOut();
    QAction* addTool(const QString& text, const QList<QKeySequence>& keys, void (Canvas::*act)());
    void addPenAction(const QString& text, const QKeySequence& key, int change);
    void say(const QString& sentence, const QString& note);
    void updateTools();

    Canvas* m_canvas;
    PenWidth* m_penWidth;
    ProbabilityBars* m_bars;
    SeenImage* m_seen;
    QLabel* m_sentence;
    QLabel* m_note;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_clear = nullptr;
    EngineState m_engineState = EngineState::Loading;
    QString m_failure;
};

} // namespace digitlab
