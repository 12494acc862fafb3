// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/my_digits.h"
#include "tests/core/data/files.h"

#include <array>
#include <gmock/gmock.h>

using namespace digitlab;
using testing::HasSubstr;

namespace {

const Ink kInk{{{1, 2}, {3, 4, {5}}}};
const std::string kSeven = R"({"label":7,"strokes":[[[1,2]]]})"
                           "\n";
const std::string kBad = "this is no stroke line\n";

MyDigits read(const std::string& text) {
    return {text, "mine.jsonl"};
}

TEST(MyDigits, KeepsWhatIsAdded) {
    MyDigits digits;
    EXPECT_EQ(digits.count(), 0U);
    EXPECT_EQ(digits.text(), "");
    digits.add({4, "", kInk});
    digits.add({9, "ann", kInk});
    ASSERT_EQ(digits.count(), 2U);
    EXPECT_EQ(read(digits.text()).samples(), digits.samples());
    EXPECT_EQ(digits.at(1), (StrokeSample{9, "ann", kInk}));
}

TEST(MyDigits, RelabelsOne) {
    MyDigits digits;
    digits.add({4, "ann", kInk});
    digits.add({5, "", kInk});
    digits.relabel(0, 9);
    EXPECT_EQ(read(digits.text()).at(0), (StrokeSample{9, "ann", kInk}));
    EXPECT_EQ(read(digits.text()).at(1).label, 5);
}

TEST(MyDigits, FindsAgainWhatACopyShowed) {
    MyDigits digits;
    for (const int label : {0, 1, 2, 3}) {
        digits.add({label, "", kInk});
    }
    const MyDigits shown = digits;
    EXPECT_TRUE(digits.isSameAs(shown));
    digits.remove(std::array<std::size_t, 1>{0});
    digits.relabel(1, 9); // the 2
    EXPECT_FALSE(digits.isSameAs(shown));
    const std::array<std::size_t, 4> places{3, 2, 1, 0};
    EXPECT_EQ(digits.placesOf(shown, places), (std::vector<std::size_t>{2, 1, 0}));
}

TEST(MyDigits, TheSameLabelIsNoChange) {
    MyDigits digits;
    digits.add({4, "ann", kInk});
    const MyDigits before = digits;
    digits.relabel(0, 4);
    EXPECT_TRUE(digits.isSameAs(before));
}

TEST(MyDigits, RemovesSome) {
    MyDigits digits;
    for (const int label : {0, 1, 2, 3}) {
        digits.add({label, "", kInk});
    }
    digits.remove(std::array<std::size_t, 2>{2, 0});
    ASSERT_EQ(digits.count(), 2U);
    EXPECT_EQ(digits.at(0).label, 1);
    EXPECT_EQ(digits.at(1).label, 3);
    EXPECT_EQ(read(digits.text()).samples(), digits.samples());
}

TEST(MyDigits, FindsADrawingByItsStrokes) {
    MyDigits digits;
    digits.add({4, "", {{{1, 2}}}});
    digits.add({9, "", kInk});
    EXPECT_EQ(digits.find(kInk), 1U);
    EXPECT_EQ(digits.find({{{1, 3}}}), std::nullopt);
    EXPECT_EQ(digits.find({}), std::nullopt);
}

TEST(MyDigits, ACopyStaysAsItWas) {
    MyDigits digits = read(kSeven);
    const MyDigits before = digits;
    digits.relabel(0, 1);
    digits.add({4, "", kInk});
    EXPECT_EQ(before.text(), kSeven);
}

TEST(MyDigits, ABadLineIsToldAndNotLost) {
    MyDigits digits = read(kSeven + kBad + kSeven);
    EXPECT_EQ(digits.count(), 2U);
    EXPECT_THAT(digits.problem().english(), HasSubstr("mine.jsonl, line 2:"));
    digits.add({4, "", kInk});
    digits.remove(std::array<std::size_t, 1>{0});
    EXPECT_THAT(digits.text(), HasSubstr(kBad));
    EXPECT_EQ(read(digits.text()).count(), 2U);
    EXPECT_TRUE(read(kSeven).problem().empty());
}

TEST(MyDigits, OtherKeysStayUntilALineIsRelabelled) {
    const std::string line = R"({"label":7,"device":"pad","strokes":[[[1.50,2]]]})"
                             "\n";
    MyDigits digits = read(line);
    digits.add({4, "", kInk});
    EXPECT_THAT(digits.text(), HasSubstr(line));
}

TEST(MyDigits, TheLastLineMayLackItsLineFeed) {
    MyDigits digits = read("\n" + kSeven + R"({"label":1,"strokes":[]})");
    digits.add({4, "", kInk});
    EXPECT_EQ(read(digits.text()).count(), 3U);
}

} // namespace
