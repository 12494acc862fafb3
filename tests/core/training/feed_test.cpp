// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feed.h"

#include "core/ink/digit_image.h"
#include "core/training/presets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <thread>

namespace digitlab {
namespace {

constexpr std::size_t kImages = 1000;

/// Images that tell their number in their first pixels; number n is labelled n mod 10.
const Dataset& numberedData() {
    static const Dataset data = [] {
        Dataset made;
        made.images.side = kDigitSide;
        for (std::size_t i = 0; i < kImages; ++i) {
            DigitImage image{};
            image[0] = static_cast<std::uint8_t>(i % 256);
            image[1] = static_cast<std::uint8_t>(i / 256);
            image[2] = 255; // so that none is empty
            made.images.pixels.insert(made.images.pixels.end(), image.begin(), image.end());
            made.labels.push_back(static_cast<std::uint8_t>(i % 10));
        }
        return made;
    }();
    return data;
}

std::vector<std::int64_t> allIndices() {
    std::vector<std::int64_t> indices(kImages);
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

struct Fed {
    DigitImage image{};
    std::uint8_t label = 0;

    bool operator==(const Fed&) const = default;

    /// True for an image of numberedData() that nothing was done to.
    [[nodiscard]] bool isOfTheSet() const {
        return image[2] == 255 && std::all_of(image.begin() + 3, image.end(),
                                              [](std::uint8_t grey) { return grey == 0; });
    }
    [[nodiscard]] std::size_t number() const { return image[0] + std::size_t{256} * image[1]; }
};

std::vector<Fed> epochOf(Feed& feed, int epoch) {
    feed.beginEpoch(epoch);
    std::vector<Fed> fed(static_cast<std::size_t>(feed.count()));
    for (std::size_t i = 0; i < fed.size(); ++i) {
        fed[i].label = feed.write(static_cast<std::int64_t>(i), fed[i].image.data());
    }
    return fed;
}

std::vector<Fed> epochOf(const TrainingConfig& config, int epoch = 1) {
    Feed feed(config, numberedData(), allIndices());
    return epochOf(feed, epoch);
}

TEST(Feed, GivesEachImageOnceInAnotherOrderEachEpoch) {
    Feed feed({}, numberedData(), allIndices());
    std::vector<std::size_t> before;
    for (int epoch = 1; epoch <= 3; ++epoch) {
        std::vector<std::size_t> numbers;
        for (const Fed& fed : epochOf(feed, epoch)) {
            ASSERT_TRUE(fed.isOfTheSet());
            ASSERT_EQ(fed.label, fed.number() % 10);
            numbers.push_back(fed.number());
        }
        EXPECT_EQ(std::set(numbers.begin(), numbers.end()).size(), kImages);
        EXPECT_NE(numbers, before);
        before = numbers;
    }
}

TEST(Feed, KeepsToTheImagesThatItWasGiven) {
    Feed feed({}, numberedData(), {3, 5, 8});
    std::set<std::size_t> numbers;
    for (const Fed& fed : epochOf(feed, 1)) {
        numbers.insert(fed.number());
    }
    EXPECT_EQ(numbers, (std::set<std::size_t>{3, 5, 8}));
}

TEST(Feed, MixesInTheSharesThatAreAskedFor) {
    TrainingConfig config;
    config.synthetic = 30;
    config.nonDigits = 10;
    double ofTheSet = 0;
    double nonDigits = 0;
    for (const Fed& fed : epochOf(config)) {
        ofTheSet += fed.isOfTheSet() ? 1 : 0;
        nonDigits += fed.label == kNoDigit ? 1 : 0;
        EXPECT_TRUE(fed.label <= 9 || fed.label == kNoDigit);
    }
    EXPECT_NEAR(ofTheSet, 600, 50);
    EXPECT_NEAR(nonDigits, 100, 35);
}

TEST(Feed, MixesInWhatThePersonKept) {
    Dataset mine;
    mine.images.side = kDigitSide;
    for (const std::uint8_t grey : {std::uint8_t{10}, std::uint8_t{20}}) {
        mine.images.pixels.insert(mine.images.pixels.end(), DigitImage{}.size(), grey);
        mine.labels.push_back(static_cast<std::uint8_t>(grey / 10));
    }
    TrainingConfig config;
    config.myDigits = 20;
    config.synthetic = 100; // of what is left
    Feed feed(config, numberedData(), allIndices(), &mine);
    int first = 0;
    int second = 0;
    for (const Fed& fed : epochOf(feed, 1)) {
        first += fed.image[400] == 10 && fed.label == 1 ? 1 : 0;
        second += fed.image[400] == 20 && fed.label == 2 ? 1 : 0;
    }
    EXPECT_NEAR(first, 100, 40);
    EXPECT_NEAR(second, 100, 40);

    const Dataset none;
    Feed without(config, numberedData(), allIndices(), &none);
    EXPECT_EQ(epochOf(without, 1), epochOf(config));
}

TEST(Feed, CanDrawEverythingItself) {
    TrainingConfig config;
    config.synthetic = 100;
    for (const Fed& fed : epochOf(config)) {
        EXPECT_FALSE(fed.isOfTheSet());
        EXPECT_LE(fed.label, 9);
    }
}

TEST(Feed, DrawsAnewEachEpoch) {
    TrainingConfig config;
    config.synthetic = 100;
    const auto first = epochOf(config, 1);
    const auto second = epochOf(config, 2);
    EXPECT_NE(first[0], second[0]);
    EXPECT_NE(first[0], first[1]);
}

TEST(Feed, DeformsTheImagesOfTheSet) {
    TrainingConfig config;
    config.augmentation.rotation = 10;
    const auto plain = epochOf(TrainingConfig{});
    const auto turned = epochOf(config);
    EXPECT_EQ(plain[0].label, turned[0].label);
    EXPECT_NE(plain[0].image, turned[0].image);
}

TEST(Feed, IsDecidedBySeedEpochAndPositionAlone) {
    TrainingConfig config = presetConfig("compact");
    config.synthetic = 30;
    config.nonDigits = 10;
    const auto expected = epochOf(config, 2);
    TrainingConfig other = config;
    other.batchSize = 7;
    other.threads = 2;
    EXPECT_EQ(epochOf(other, 2), expected);
    other.seed = 2;
    EXPECT_NE(epochOf(other, 2), expected);

    Feed feed(config, numberedData(), allIndices());
    feed.beginEpoch(1); // an epoch before changes nothing
    feed.beginEpoch(2);
    std::vector<Fed> fed(kImages);
    const auto backwards = [&](std::size_t last, std::size_t first) {
        for (std::size_t i = last; i-- > first;) {
            fed[i].label = feed.write(static_cast<std::int64_t>(i), fed[i].image.data());
        }
    };
    std::thread half([&] { backwards(kImages, kImages / 2); });
    backwards(kImages / 2, 0);
    half.join();
    EXPECT_EQ(fed, expected);
}

TEST(Feed, IsPlainWithoutMixtureAndDeformation) {
    const auto isPlain = [](const auto& change) {
        TrainingConfig config;
        config.myDigits = 0;
        change(config);
        return Feed(config, numberedData(), allIndices(), &numberedData()).isPlain();
    };
    EXPECT_TRUE(isPlain([](TrainingConfig&) {}));
    EXPECT_FALSE(isPlain([](TrainingConfig& config) { config.myDigits = 5; }));
    EXPECT_FALSE(isPlain([](TrainingConfig& config) { config.nonDigits = 1; }));
    EXPECT_FALSE(isPlain([](TrainingConfig& config) { config.synthetic = 1; }));
    EXPECT_FALSE(isPlain([](TrainingConfig& config) { config.augmentation.elastic = 1; }));
}

TEST(Feed, TellsTheOrderOfAPlainEpoch) {
    Feed feed(TrainingConfig(), numberedData(), allIndices());
    ASSERT_TRUE(feed.isPlain());
    const std::vector<Fed> fed = epochOf(feed, 3);
    for (std::size_t i = 0; i < fed.size(); ++i) {
        EXPECT_EQ(fed[i].number(), static_cast<std::size_t>(feed.order()[i]));
    }
}

} // namespace
} // namespace digitlab
