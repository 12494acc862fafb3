// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_line.h"
#include "app/cli/load_model.h"
#include "app/files/image_file.h"
#include "core/error.h"

#include <cstdio>
#include <exception>

namespace digitlab {

namespace {

void printAnswer(const std::string& file, const Verdict& verdict, bool json) {
    const Probabilities& probabilities = verdict.probabilities;
    const int digit = digitOf(probabilities);
    const float confidence = probabilities.at(static_cast<std::size_t>(digit));
    const Refusal refusal = refusalOf(verdict);
    if (json) {
        printJsonLine({{"file", file},
                       {"digit", digit},
                       {"confidence", confidence},
                       {"probabilities", probabilities},
                       {"rejected", refusal != Refusal::None}});
    } else {
        std::printf("%s: %d (%.1f %%)%s\n", file.c_str(), digit,
                    static_cast<double>(confidence) * 100,
                    refusal == Refusal::Unsure    ? ", not sure"
                    : refusal == Refusal::NoDigit ? ", but it looks like no digit"
                                                  : "");
    }
}

} // namespace

int runPredict(const PredictOptions& options) {
    const auto classifier = loadClassifier(options.model);
    int status = kExitDone;
    for (const std::string& file : options.images) {
        // One bad picture must not keep the others from being read.
        try {
            const DigitImage image = normaliseImage(readImageFile(file));
            printAnswer(file, classifier->classify({&image, 1}).front(), options.json);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "digitlab: %s\n", error.what());
            status = kExitFailed;
        }
    }
    return status;
}

} // namespace digitlab
