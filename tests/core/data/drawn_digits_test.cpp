// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/drawn_digits.h"

#include "core/ink/digit_image.h"

#include <gtest/gtest.h>

using namespace digitlab;

namespace {

StrokeSample sample(std::optional<int> label, const std::string& writer) {
    return {label, writer, {{{0, 0}, {10, 100}}}};
}

TEST(HeldOutWriters, AreOneInFiveAndTheSameEverywhere) {
    int count = 0;
    for (int i = 0; i < 1000; ++i) {
        count += isHeldOut("writer " + std::to_string(i)) ? 1 : 0;
    }
    EXPECT_NEAR(count, 200, 40);
    EXPECT_FALSE(isHeldOut("")); // who has no name is no stranger
    // FNV-1a of "a" is 0xaf63dc4c8601ec8c (Noll's own test vectors), which 5 divides with a rest.
    EXPECT_EQ(isHeldOut("a"), 0xaf63dc4c8601ec8c % 5 == 0);
}

TEST(HeldOutWriters, PartAFile) {
    std::vector<StrokeSample> all;
    for (int i = 0; i < 50; ++i) {
        all.push_back(sample(i % 10, std::to_string(i % 25)));
    }
    const auto strangers = ofHeldOutWriters(all, true);
    const auto others = ofHeldOutWriters(all, false);
    EXPECT_GT(strangers.size(), 0U);
    EXPECT_EQ(strangers.size() + others.size(), all.size());
    for (const StrokeSample& stranger : strangers) {
        for (const StrokeSample& other : others) {
            EXPECT_NE(stranger.writer, other.writer);
        }
    }
}

TEST(RenderDigits, LeavesOutWhatIsNoDigit) {
    const std::vector<StrokeSample> drawn{sample(1, "x"), sample(std::nullopt, "x"),
                                          sample(7, "y")};
    const Dataset digits = renderDigits(drawn);
    EXPECT_EQ(digits.labels, (Bytes{1, 7}));
    ASSERT_EQ(digits.images.count(), 2U);
    const DigitImage expected = renderInk(drawn[0].ink);
    EXPECT_TRUE(std::ranges::equal(digits.images.image(1), expected));
}

TEST(Append, PutsTheOthersBehind) {
    Dataset set = renderDigits(std::vector{sample(1, "")});
    append(set, renderDigits(std::vector{sample(2, ""), sample(3, "")}));
    EXPECT_EQ(set.labels, (Bytes{1, 2, 3}));
    EXPECT_EQ(set.images.count(), 3U);
}

} // namespace
