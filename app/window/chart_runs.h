// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/kept_run.h"
#include "core/training/run_history.h"

#include <QCoreApplication>

#include <map>

namespace digitlab {

class TrainingCharts;

/// Which runs the charts show: those that this window trains, and those that were kept before; each
/// folder once.
class ChartRuns {
    Q_DECLARE_TR_FUNCTIONS(digitlab::ChartRuns)

public:
    explicit ChartRuns(TrainingCharts& charts)
        : m_charts(charts) {}

    /// A run begins, or the one in the folder `resumed` goes on, where it is shown already. Gives
    /// its name.
    QString begin(const RunStart& start, const std::filesystem::path& resumed);
    /// It has ended and is kept in a folder, which is empty where that failed.
    void end(const RunOutcome& outcome, const std::filesystem::path& folder);

    /// Shows a kept run that is in the charts, though a person may have hidden it. False where it
    /// is not.
    bool reveal(const std::filesystem::path& folder);
    /// Shows a kept run with its curves.
    void add(const KeptRun& run, const RunHistory& history);

private:
    TrainingCharts& m_charts;
    int m_id = 0;     ///< of the run under way
    int m_number = 0; ///< no two runs have the same, even if one is removed
    std::map<std::filesystem::path, int> m_idsOfFolders;
};

} // namespace digitlab
