// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run.h"

#include <cstdio>
#include <string>

namespace digitlab {

/// A time for a person: "42 s", "3 min 05 s", "1 h 02 min".
std::string durationText(double seconds);

/// One line on a terminal that is written over and over: epoch, bar, loss, accuracy, speed and time
/// left. Where the output is no terminal, it shows nothing.
class ProgressBar {
public:
    explicit ProgressBar(std::FILE* terminal);

    void show(const RunStart& start, const Progress& progress);
    /// Takes the bar away, so that a line can be printed.
    void clear();

private:
    std::FILE* m_terminal; ///< null where there is none
    double m_loss = 0;     ///< smoothed, as a single batch jumps
    double m_accuracy = 0;
};

} // namespace digitlab
