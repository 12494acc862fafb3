// SPDX-License-Identifier: GPL-3.0-or-later
// Tells how near the ink's images come to MNIST's, and how well digits are read that people drew or
// photographed otherwise than usual: tables in Markdown, from MNIST's test set and stroke files.
#include "app/engine_module.h"
#include "app/files/builtin_model.h"
#include "app/files/data_folder.h"
#include "core/data/dataset.h"
#include "core/data/stroke_file.h"
#include "core/error.h"
#include "tests/benchmarks/ink_conditions.h"
#include "tests/benchmarks/ink_measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace digitlab::bench {

namespace {

/// Of each file so many digits, evenly spread, go through a condition that takes pictures.
constexpr std::size_t kPictures = 3000;

/// What was drawn, and what it is.
struct Drawings {
    std::string name;
    std::vector<Ink> inks;
    std::vector<int> labels;
};

Drawings readDrawings(const std::string& file) {
    Drawings result;
    const std::filesystem::path path(file);
    result.name = path.stem().string();
    for (StrokeSample& sample : readStrokeFile(path)) {
        if (sample.label) {
            result.inks.push_back(std::move(sample.ink));
            result.labels.push_back(*sample.label);
        }
    }
    return result;
}

double accuracy(const Classifier& classifier, const std::vector<DigitImage>& images,
                const std::vector<int>& labels) {
    const std::vector<Verdict> verdicts = classifier.classify(images);
    std::size_t right = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        right += digitOf(verdicts[i].probabilities) == labels[i] ? 1 : 0;
    }
    return 100 * static_cast<double>(right) / static_cast<double>(labels.size());
}

void printDistributions(const std::vector<std::pair<std::string, std::vector<DigitImage>>>& sets) {
    std::printf("\n## Images side by side: median (5 … 95 %%)\n\n| |");
    for (const auto& [name, images] : sets) {
        std::printf(" %s |", name.c_str());
    }
    std::printf("\n| --- |");
    std::vector<std::vector<Distribution>> columns;
    for (const auto& [name, images] : sets) {
        std::printf(" --- |");
        columns.push_back(measured(images));
    }
    for (std::size_t row = 0; row < columns.front().size(); ++row) {
        std::printf("\n| %s |", columns.front()[row].name.c_str());
        for (const auto& column : columns) {
            const Distribution& values = column[row];
            std::printf(" %.2f (%.2f … %.2f) |", values.quantile(0.5), values.quantile(0.05),
                        values.quantile(0.95));
        }
    }
    std::printf("\n");
}

void printThroughItself(const Classifier& classifier, const std::vector<DigitImage>& images,
                        const std::vector<int>& labels) {
    std::vector<DigitImage> again;
    std::size_t same = 0;
    Distribution difference;
    for (const DigitImage& image : images) {
        again.push_back(normaliseImage({kDigitSide, kDigitSide, {image.begin(), image.end()}}));
        double sum = 0;
        for (std::size_t i = 0; i < image.size(); ++i) {
            sum += std::abs(int{image[i]} - int{again.back()[i]});
        }
        same += sum == 0 ? 1 : 0;
        difference.values.push_back(sum / static_cast<double>(image.size()));
    }
    std::printf("\n## MNIST's test images as pictures\n\n"
                "%zu of %zu come out unchanged; mean difference of a pixel: median %.3f, 95 %% "
                "%.3f, largest %.3f of 255\n\naccuracy before: %.2f %%, after: %.2f %%\n",
                same, images.size(), difference.quantile(0.5), difference.quantile(0.95),
                difference.quantile(1), accuracy(classifier, images, labels),
                accuracy(classifier, again, labels));
}

void printConditions(const Classifier& classifier, const std::vector<Drawings>& sets) {
    std::printf("\n## Accuracy, %%\n\n| condition |");
    for (const Drawings& set : sets) {
        std::printf(" %s |", set.name.c_str());
    }
    std::printf("\n| --- |");
    for (std::size_t i = 0; i < sets.size(); ++i) {
        std::printf(" --- |");
    }
    for (const Condition& condition : inkConditions()) {
        std::printf("\n| %s |", condition.name.c_str());
        for (const Drawings& set : sets) {
            Random random{1};
            const std::size_t step =
                condition.picture ? std::max<std::size_t>(1, set.inks.size() / kPictures) : 1;
            std::vector<DigitImage> images;
            std::vector<int> labels;
            for (std::size_t i = 0; i < set.inks.size(); i += step) {
                images.push_back(condition.image(set.inks[i], random));
                labels.push_back(set.labels[i]);
            }
            std::printf(" %.2f |", accuracy(classifier, images, labels));
            std::fflush(stdout);
        }
    }
    std::printf("\n");
}

int run(const std::vector<std::string>& files) {
    const auto classifier = loadEngine()->load(builtinModel());
    const Dataset mnist = readTestData(datasetFolder("mnist"));
    std::vector<DigitImage> images(mnist.count());
    for (std::size_t i = 0; i < images.size(); ++i) {
        std::ranges::copy(mnist.images.image(i), images[i].begin());
    }
    const std::vector<int> labels(mnist.labels.begin(), mnist.labels.end());
    printThroughItself(*classifier, images, labels);

    std::vector<Drawings> drawings;
    std::vector<std::pair<std::string, std::vector<DigitImage>>> sets{{"MNIST test", images}};
    for (const std::string& file : files) {
        drawings.push_back(readDrawings(file));
        auto& set = sets.emplace_back(drawings.back().name, std::vector<DigitImage>{});
        std::ranges::transform(drawings.back().inks, std::back_inserter(set.second), renderInk);
    }
    printDistributions(sets);
    if (!drawings.empty()) {
        printConditions(*classifier, drawings);
    }
    return 0;
}

} // namespace

} // namespace digitlab::bench

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("digitlab"));
    const QCoreApplication app(argc, argv);
    try {
        return digitlab::bench::run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ink_report: %s\n", error.what());
        return 1;
    }
}
