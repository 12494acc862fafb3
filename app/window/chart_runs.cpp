// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chart_runs.h"

#include "ui/charts/training_charts.h"
#include "ui/settings/config_text.h"
#include "ui/text.h"

namespace digitlab {

QString ChartRuns::begin(const RunStart& start, const std::filesystem::path& resumed) {
    if (const auto shown = m_idsOfFolders.find(resumed); shown != m_idsOfFolders.end()) {
        if (const auto name = m_charts.continueRun(shown->second, start)) {
            m_id = shown->second;
            return *name;
        }
    }
    const QString name = tr("run %1 · %2").arg(++m_number).arg(configText(start.config));
    m_id = m_charts.beginRun(name, start);
    return name;
}

void ChartRuns::end(const RunOutcome& outcome, const std::filesystem::path& folder) {
    m_charts.endRun(outcome);
    if (!folder.empty()) {
        m_idsOfFolders[folder] = m_id;
    }
}

bool ChartRuns::reveal(const std::filesystem::path& folder) {
    const auto shown = m_idsOfFolders.find(folder);
    return shown != m_idsOfFolders.end() && m_charts.revealRun(shown->second);
}

void ChartRuns::add(const KeptRun& run, const RunHistory& history) {
    RunOutcome outcome;
    outcome.status = run.isResumable ? RunStatus::Stopped : RunStatus::Finished;
    outcome.testAccuracy = run.scores.testAccuracy;
    const QString name = timeText(run.time) + QStringLiteral(" · ") + configText(run.config);
    m_idsOfFolders[run.folder] = m_charts.addEndedRun(name, history, outcome);
}

} // namespace digitlab
