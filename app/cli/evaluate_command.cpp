// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_line.h"
#include "app/cli/load_model.h"
#include "app/files/digit_data.h"
#include "core/data/drawn_digits.h"
#include "core/error.h"

#include <algorithm>
#include <cstdio>

namespace digitlab {

namespace {

/// Images to be read, and what each of them is (nothing where it is no digit).
struct LabelledImages {
    std::vector<DigitImage> images;
    std::vector<std::optional<int>> labels;
};

LabelledImages fromStrokes(const std::string& file, bool heldOutWriters) {
    std::vector<StrokeSample> samples = readStrokeFile(file);
    if (heldOutWriters) {
        samples = ofHeldOutWriters(std::move(samples), true);
    }
    LabelledImages result;
    for (const StrokeSample& sample : samples) {
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

LabelledImages fromDataset(const std::string& name) {
    const Dataset test = loadTestData(name);
    LabelledImages result;
    result.images.resize(test.count());
    for (std::size_t i = 0; i < test.count(); ++i) {
        const auto image = test.images.image(i);
        std::copy(image.begin(), image.end(), result.images[i].begin());
    }
    result.labels.assign(test.labels.begin(), test.labels.end());
    return result;
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

} // namespace

int runEvaluate(const EvaluateOptions& options) {
    const LabelledImages set = options.strokes.empty()
                                   ? fromDataset(options.dataset)
                                   : fromStrokes(options.strokes, options.heldOutWriters);
    const auto classifier = loadClassifier(options.model);
    const Scores scores = score(classifier->classify(set.images), set.labels);
    if (options.json) {
        printJsonLine({{"count", scores.count},
                       {"correct", scores.correct},
                       {"accuracy", scores.accuracy()},
                       {"confusion", scores.confusion},
                       {"ece", scores.ece},
                       {"rejected", scores.rejected},
                       {"non_digits", scores.nonDigits},
                       {"non_digits_rejected", scores.nonDigitsRejected}});
    } else {
        printScores(scores);
    }
    return kExitDone;
}

} // namespace digitlab
