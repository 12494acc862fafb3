// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run.h"

#include <cstdio>
#include <string>

namespace digitlab {

/// A time for a person: "42 s", "3 min 05 s", "1 h 02 min".
std::string durationText(double seconds);

/// What a progress bar says. Loss and accuracy are smoothed, as a single batch jumps.
struct ProgressLine {
    int epoch = 0;
    int epochs = 0;
    double share = 0; ///< of the whole run, 0 … 1
    double loss = 0;
    double accuracy = 0; ///< 0 … 1
    double imagesPerSecond = 0;
    double secondsLeft = 0;
};

/// The line for a terminal of so many columns, always narrower than it: a line that wrapped would
/// be printed again and again. The bar takes what room the words leave.
std::string toText(const ProgressLine& line, int columns);

/// One line on a terminal that is written over and over: epoch, bar, loss, accuracy, speed and time
/// left. Where the output is no terminal, it shows nothing.
class ProgressBar {
public:
    explicit ProgressBar(std::FILE* output);

    void show(const RunStart& start, const Progress& progress);
    /// Takes the bar away, so that a line can be printed.
    void clear();

private:
    std::FILE* m_terminal; ///< null where there is none
    ProgressLine m_line;
    bool m_hasBegun = false; ///< m_line tells of a batch
};

} // namespace digitlab
