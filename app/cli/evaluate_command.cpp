// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_line.h"
#include "app/cli/load_model.h"
#include "app/files/digit_data.h"
#include "app/files/digit_sheet.h"
#include "app/files/save_file.h"
#include "core/data/drawn_digits.h"
#include "core/error.h"
#include "core/evaluation/labelled_images.h"
#include "core/evaluation/mistakes.h"
#include "core/ink/side_by_side.h"

#include <algorithm>
#include <cstdio>

namespace digitlab {

namespace {

constexpr std::size_t kMostMistakes = 20;
constexpr int kMistakeColumns = 5;
constexpr int kMistakeEnlarged = 4;

/// What is scored.
struct ScoredSet : LabelledImages {
    std::vector<std::size_t> pairs = {}; ///< the places of two digits in one drawing
};

ScoredSet fromStrokes(const std::string& file, bool heldOutWriters) {
    std::vector<StrokeSample> samples = readStrokeFile(file);
    if (heldOutWriters) {
        samples = ofHeldOutWriters(std::move(samples), true);
    }
    ScoredSet result;
    for (const StrokeSample& sample : samples) {
        if (standSideBySide(sample.ink)) {
            result.pairs.push_back(result.images.size());
        }
        result.images.push_back(renderInk(sample.ink));
        result.labels.push_back(sample.label);
    }
    if (result.images.empty()) {
        throw Error(Message(
            DIGITLAB_TEXT("core", "%1 holds no ink to score; at least one line was expected."),
            {file}));
    }
    return result;
}

ScoredSet setOf(const EvaluateOptions& options) {
    if (!options.strokes.empty()) {
        return fromStrokes(options.strokes, options.heldOutWriters);
    }
    if (!options.scans.empty()) {
        const auto strangers = options.heldOutWriters ? std::optional(true) : std::nullopt;
        return {labelledImages(loadScannedDigits(options.scans, strangers))};
    }
    return {labelledImages(loadTestData(options.dataset))};
}

void printScores(const Scores& scores) {
    std::printf("%lld of %lld digits read: %.2f %%\n", static_cast<long long>(scores.correct),
                static_cast<long long>(scores.count), scores.accuracy() * 100);
    std::printf("expected calibration error %.2f %%; %lld digits refused\n", scores.ece * 100,
                static_cast<long long>(scores.rejected));
    if (scores.nonDigits > 0) {
        std::printf("%lld of %lld non-digits refused\n",
                    static_cast<long long>(scores.nonDigitsRejected),
                    static_cast<long long>(scores.nonDigits));
    }
    std::printf("\ntruth  read as 0     1     2     3     4     5     6     7     8     9\n");
    for (std::size_t truth = 0; truth < scores.confusion.size(); ++truth) {
        std::printf("%5zu      ", truth);
        for (const std::int64_t count : scores.confusion[truth]) {
            std::printf("%6lld", static_cast<long long>(count));
        }
        std::printf("\n");
    }
}

void printMistakes(const std::vector<Mistake>& mistakes) {
    std::printf("\nworst mistakes, row by row of the picture\n");
    for (std::size_t i = 0; i < mistakes.size(); ++i) {
        std::printf("%s%d read as %d (%5.1f %%)",
                    i == 0                     ? ""
                    : i % kMistakeColumns == 0 ? "\n"
                                               : "   ",
                    mistakes[i].truth, mistakes[i].answer,
                    100 * static_cast<double>(mistakes[i].certainty));
    }
    std::printf(mistakes.empty() ? "none\n" : "\n");
}

void saveMistakes(const std::string& file, const std::vector<Mistake>& mistakes,
                  const std::vector<DigitImage>& images) {
    std::vector<std::span<const std::uint8_t>> digits;
    for (const Mistake& mistake : mistakes) {
        digits.emplace_back(images[mistake.index]);
    }
    saveDigitSheet(file, digits, kMistakeColumns, kMistakeEnlarged);
}

Json toJson(const std::vector<Mistake>& mistakes) {
    Json list = Json::array();
    for (const Mistake& mistake : mistakes) {
        list.push_back({{"index", mistake.index},
                        {"truth", mistake.truth},
                        {"answer", mistake.answer},
                        {"certainty", mistake.certainty}});
    }
    return list;
}

} // namespace

int runEvaluate(const EvaluateOptions& options) {
    const ScoredSet set = setOf(options);
    if (!options.mistakes.empty()) {
        checkCanSave(options.mistakes);
    }
    const auto classifier = loadClassifier(options.model);
    std::vector<Verdict> verdicts = classifier->classify(set.images);
    for (const std::size_t pair : set.pairs) {
        verdicts[pair].isDigit = 0; // as the window says
    }
    const Scores scores = score(verdicts, set.labels);
    std::vector<Mistake> mistakes;
    if (!options.mistakes.empty()) {
        mistakes = mistakesOf(verdicts, set.labels);
        mistakes.resize(std::min(mistakes.size(), kMostMistakes));
        saveMistakes(options.mistakes, mistakes, set.images);
    }
    if (options.json) {
        Json line{{"count", scores.count},
                  {"correct", scores.correct},
                  {"accuracy", scores.accuracy()},
                  {"confusion", scores.confusion},
                  {"ece", scores.ece},
                  {"rejected", scores.rejected},
                  {"non_digits", scores.nonDigits},
                  {"non_digits_rejected", scores.nonDigitsRejected}};
        if (!options.mistakes.empty()) {
            line["mistakes"] = toJson(mistakes);
        }
        printJsonLine(line);
    } else {
        printScores(scores);
        if (!options.mistakes.empty()) {
            printMistakes(mistakes);
        }
    }
    return kExitDone;
}

} // namespace digitlab
