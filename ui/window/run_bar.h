// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run.h"

#include <QWidget>

class QProgressBar;

namespace digitlab {

class FigureLabel;

/// One line on the run under way: epoch, batch, speed, time left, and a thin bar.
class RunBar : public QWidget {
    Q_OBJECT

public:
    explicit RunBar(QWidget* parent = nullptr);

    void showPreparing();
    void showProgress(const RunStart& start, const Progress& progress);
    /// A lesson is under way, `share` (0 … 1) of it done.
    void showTeaching(double share);
    void showPaused();
    void showStopping();
    /// Nothing runs; `text` says how the last run ended, or nothing.
    void showIdle(const QString& text);

private:
    FigureLabel* m_text;
    QProgressBar* m_bar;
    QString m_progressText;
};

} // namespace digitlab
