// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"
#include "core/synthesis/drawing.h"
#include "core/synthesis/synthetic_data.h"
#include "core/training/presets.h"
#include "tests/core/engine/engine_fixture.h"

namespace digitlab {
namespace {

/// A small network that learned drawn digits, and what it says to others.
class ConfidenceTest : public EngineTest {
protected:
    RunOutcome trained() {
        TrainingConfig config = presetConfig("fast");
        config.threads = 2;
        return train(config, {syntheticDigits(7, 5000), syntheticDigits(8, 500)});
    }

    static std::vector<DigitImage> scribbles() {
        std::vector<DigitImage> images;
        for (std::uint64_t key = 0; key < 300; ++key) {
            Random random{71, key};
            images.push_back(renderInk(drawNonDigit(random)));
        }
        return images;
    }
};

TEST_F(ConfidenceTest, RefusesWhatIsNoDigitAndTakesDigits) {
    const RunOutcome outcome = trained();
    ASSERT_NE(outcome.classifier, nullptr);
    const Classifier& classifier = *outcome.classifier;
    const Dataset digits = syntheticDigits(9, 1000);
    std::vector<DigitImage> images;
    std::vector<std::optional<int>> labels;
    for (std::size_t i = 0; i < digits.count(); ++i) {
        images.push_back(imageOf(digits, i));
        labels.emplace_back(digits.labels[i]);
    }
    for (const DigitImage& image : scribbles()) {
        images.push_back(image);
        labels.emplace_back();
    }
    const Scores scores = score(classifier.classify(images), labels);
    EXPECT_LE(scores.rejected, 50);
    EXPECT_GE(scores.nonDigitsRejected, 180);
    EXPECT_LT(scores.ece, 0.05);

    // The weights alone, as an old file holds them, take nearly all of it for digits.
    Model neutral = classifier.model();
    neutral.confidence = {};
    EXPECT_LT(score(engine->load(neutral)->classify(images), labels).nonDigitsRejected,
              scores.nonDigitsRejected * 2 / 3);

    const auto read = engine->load(parseSafetensors(toSafetensors(classifier.model()), "a model"));
    EXPECT_EQ(read->model().confidence, classifier.model().confidence);
    EXPECT_EQ(read->classify(images), classifier.classify(images));
}

TEST_F(ConfidenceTest, IsLessSureWhereDrawnDigitsAreStrange) {
    TrainingConfig config = presetConfig("fast");
    config.trainImages = 2000;
    const auto temperatureAfter = [&](const DigitData& data) {
        return train(config, data).classifier->model().confidence.temperature;
    };
    const double known = temperatureAfter({syntheticDigits(7, 2000), syntheticDigits(8, 100)});
    const double strange = temperatureAfter(barData(2000, 100)); // which it tells apart as well
    EXPECT_LT(known, 2);
    EXPECT_GT(strange, 2 * known);
}

TEST_F(ConfidenceTest, TakesNoDotForADigit) {
    const auto classifier =
        engine->load(engine->create(tinyConfig())); // to which nothing is fitted
    const std::vector<DigitImage> images{renderInk({}), renderInk({{{5, 5}}}),
                                         renderInk({{{5, 5}, {5, 90}}})};
    const auto verdicts = classifier->classify(images);
    EXPECT_EQ(refusalOf(verdicts[0]), Refusal::NoDigit);
    EXPECT_EQ(refusalOf(verdicts[1]), Refusal::NoDigit);
    EXPECT_NE(refusalOf(verdicts[2]), Refusal::NoDigit) << "a 1";
    EXPECT_EQ(classifier->lookInside(images[1]).verdict.isDigit, 0);
}

} // namespace
} // namespace digitlab
