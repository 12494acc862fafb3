// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <optional>
#include <string>
#include <vector>

namespace digitlab {

// The commands of the command line. Each prints its result on standard output (JSON alone where
// `json` is set), returns the exit status, and throws Error where it fails.

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitWrongCall = 2;
inline constexpr int kExitInterrupted = 130;

struct TrainOptions {
    std::string dataset = "mnist";    ///< "mnist", "synthetic" or a folder
    std::vector<std::string> strokes; ///< stroke files that are learned from as well
    std::vector<std::string> scans;   ///< scanned digits that are learned from as well
    bool holdOutWriters = false;      ///< leaves some writers of these two out
    TrainingConfig config;
    std::string out;    ///< where the model is saved; empty = nowhere
    std::string run;    ///< the new folder in which the run is kept; empty = nowhere
    std::string resume; ///< the run to go on with, instead of one with `config`; empty = none
    std::optional<int> resumeEpochs; ///< how many epochs a resumed run is to have, if others
    bool json = false;
};
int runTrain(const TrainOptions& options);

struct EvaluateOptions {
    std::string model; ///< a model file; empty = the built-in one
    std::string dataset = "mnist";
    std::string strokes;         ///< a stroke file, instead of the data set
    std::string scans;           ///< scanned digits, instead of the data set
    bool heldOutWriters = false; ///< scores only those whom training with holdOutWriters left out
    std::string mistakes; ///< where a picture of the worst mistakes is saved; empty = nowhere
    bool json = false;
};
int runEvaluate(const EvaluateOptions& options);

struct PredictOptions {
    std::string model;
    std::vector<std::string> images;
    bool json = false;
};
int runPredict(const PredictOptions& options);

struct InfoOptions {
    bool json = false;
};
int runInfo(const InfoOptions& options);

} // namespace digitlab
