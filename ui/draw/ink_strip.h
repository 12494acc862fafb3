// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink_stages.h"
#include "ui/pace.h"

#include <QWidget>

class QAction;

namespace digitlab {

class InkTile;

/// How ink becomes what the network sees: the ink, and the image after each step. A click on an
/// image leaves out its step or takes it again; so do the strip's actions() by their keys.
class InkStrip : public QWidget {
    Q_OBJECT

public:
    explicit InkStrip(QWidget* parent = nullptr);

    /// Empty images where there is nothing to show.
    void setStages(const InkStages& stages);

    /// False where what is seen looks like MNIST's images already: no step can be switched then.
    void setStepsMatter(bool matter);

    [[nodiscard]] const InkSteps& steps() const { return m_steps; }
    /// Takes all steps.
    [[nodiscard]] QAction* allOn() const { return m_allOn; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void stepsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addInk();
    void addStep(InkStep step);
    void addAllOn();
    void showStages();

    InkSteps m_steps;
    InkStages m_stages{};
    Pace m_show;
    std::array<InkTile*, kInkSteps + 1> m_tiles{};
    std::array<QAction*, kInkSteps> m_switches{};
    QAction* m_allOn = nullptr;
};

} // namespace digitlab
