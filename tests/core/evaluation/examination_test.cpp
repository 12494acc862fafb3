// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"
#include "core/evaluation/examination.h"

#include <gmock/gmock.h>

#include <functional>

namespace digitlab {
namespace {

using testing::ElementsAre;

/// Reads each image as the digit that its first pixel tells.
class FirstPixelClassifier : public Classifier {
public:
    [[nodiscard]] const Model& model() const override { return m_model; }

    [[nodiscard]] std::vector<Verdict> classify(std::span<const DigitImage> images) const override {
        onClassify();
        std::vector<Verdict> verdicts;
        for (const DigitImage& image : images) {
            Verdict verdict;
            verdict.probabilities[image[0]] = 1;
            verdicts.push_back(verdict);
        }
        return verdicts;
    }

    [[nodiscard]] Insight lookInside(const DigitImage&) const override { return {}; }

    std::function<void()> onClassify = [] {};

private:
    Model m_model;
};

/// Images of as many digits, each of which tells its own.
LabelledImages digits(std::size_t count) {
    Dataset data;
    data.images.side = kDigitSide;
    data.images.pixels.resize(count * data.images.imageBytes());
    for (std::size_t i = 0; i < count; ++i) {
        data.labels.push_back(static_cast<std::uint8_t>(i % 10));
        data.images.pixels[i * data.images.imageBytes()] = data.labels.back();
    }
    return labelledImages(data);
}

TEST(Examination, ScoresTheSetAndFindsWhatWasMisread) {
    auto set = std::make_shared<LabelledImages>(digits(1003));
    set->labels[1002] = 7; // which is read as a 2
    const auto examination = examine(FirstPixelClassifier(), set, {});
    ASSERT_TRUE(examination);
    EXPECT_EQ(examination->scores.count, 1003);
    EXPECT_EQ(examination->scores.correct, 1002);
    EXPECT_EQ(examination->scores.confusion[7][2], 1);
    EXPECT_THAT(examination->mistakes, ElementsAre(Mistake{1002, 7, 2, 1}));
    EXPECT_EQ(examination->set, set);
}

TEST(Examination, EndsSoonWhereItIsAskedToStop) {
    std::stop_source stop;
    int asked = 0;
    FirstPixelClassifier classifier;
    classifier.onClassify = [&] {
        ++asked;
        stop.request_stop();
    };
    const auto set = std::make_shared<LabelledImages>(digits(5000));
    EXPECT_FALSE(examine(classifier, set, stop.get_token()));
    EXPECT_EQ(asked, 1);
}

} // namespace
} // namespace digitlab
