// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_bar.h"

#include "ui/figure_label.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace digitlab {

namespace {

constexpr int kBarWidth = 216;
constexpr int kNarrowestBar = 48;
constexpr int kBarHeight = 6;
constexpr int kBarSteps = 1000;

/// A time in the window's language: "42 s", "3 min 5 s", "1 h 2 min".
QString timeText(double seconds) {
    const auto total = static_cast<int>(std::lround(std::clamp(seconds, 0.0, 1e6)));
    if (total < 60) {
        return RunBar::tr("%1 s").arg(total);
    }
    if (total < 3600) {
        return RunBar::tr("%1 min %2 s").arg(total / 60).arg(total % 60);
    }
    return RunBar::tr("%1 h %2 min").arg(total / 3600).arg(total / 60 % 60);
}

} // namespace

RunBar::RunBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new FigureLabel(this))
    , m_bar(new QProgressBar(this)) {
    m_text->label().setObjectName(QStringLiteral("runText"));
    m_text->label().setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSmall(m_text->label());
    m_bar->setObjectName(QStringLiteral("runProgress"));
    m_bar->setAccessibleName(tr("Progress of the training"));
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarHeight);
    m_bar->setMinimumWidth(kNarrowestBar);
    m_bar->setMaximumWidth(kBarWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, kGrid, 0);
    row->setSpacing(kGrid);
    row->addStretch(1);
    row->addWidget(m_text);
    row->addWidget(m_bar, kBarWidth); // all that is left, as far as it wants it
    showIdle({});
}

void RunBar::showPreparing() {
    m_bar->setValue(0);
    m_bar->show();
    m_progressText = tr("Preparing the data …"); // until there is progress to tell
    m_text->showNow(m_progressText);
}

void RunBar::showProgress(const RunStart& start, const Progress& progress) {
    m_bar->show();
    m_bar->setValue(static_cast<int>(kBarSteps * progress.step /
                                     std::max<std::int64_t>(1, progress.totalSteps)));
    if (progress.step == progress.totalSteps) {
        m_text->showNow(tr("Scoring what was learned …"));
        return;
    }
    const QLocale locale;
    const auto steps = std::max<std::int64_t>(1, start.stepsPerEpoch);
    const auto stepInEpoch = progress.step == 0 ? 0 : (progress.step - 1) % steps + 1;
    m_progressText = tr("epoch %1 of %2 · %3 / %4 · %5 images/s · %6 left")
                         .arg(locale.toString(progress.epoch), locale.toString(start.config.epochs),
                              locale.toString(static_cast<qlonglong>(stepInEpoch)),
                              locale.toString(static_cast<qlonglong>(steps)),
                              locale.toString(std::round(progress.imagesPerSecond), 'f', 0),
                              timeText(progress.secondsLeft));
    m_text->showSoon(m_progressText);
}

void RunBar::showTeaching(double share) {
    m_bar->show();
    m_bar->setValue(static_cast<int>(kBarSteps * share));
    if (share >= 1) {
        m_text->showNow(tr("Scoring what was learned …"));
        return;
    }
    m_progressText = tr("teaching · %1 %").arg(QLocale().toString(100 * share, 'f', 0));
    m_text->showSoon(m_progressText);
}

void RunBar::showPaused() {
    m_text->showNow(tr("Paused · %1").arg(m_progressText));
}

void RunBar::showStopping() {
    m_text->showNow(tr("Stopping, and scoring what was learned …"));
}

void RunBar::showIdle(const QString& text) {
    m_bar->hide();
    m_text->showNow(text);
}

} // namespace digitlab
