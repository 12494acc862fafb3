// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/kept_run.h"
#include "core/training/run_history.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace digitlab {

/// Lists the runs that are kept in a folder. It reads the headers of their files, which takes some
/// milliseconds for each, and nothing again of a run that has not changed.
class RunCatalogue {
public:
    explicit RunCatalogue(std::filesystem::path runs)
        : m_runs(std::move(runs)) {}

    /// The latest two hundred, the last one first. What is under way, or cannot be read, is left
    /// out.
    std::vector<KeptRun> list();

private:
    /// What a folder told when it was last changed; nothing where it told of no run.
    struct Known {
        std::filesystem::file_time_type changed;
        std::optional<KeptRun> run;
    };

    std::filesystem::path m_runs;
    std::map<std::filesystem::path, Known> m_known;
};

/// The curves of a kept run: its metrics, or those of its checkpoint where it ended by force.
/// Throws Error where they cannot be read.
RunHistory readHistory(const KeptRun& run);

} // namespace digitlab
