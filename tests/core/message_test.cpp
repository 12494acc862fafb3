// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"

#include "core/error.h"

#include <gtest/gtest.h>

namespace digitlab {
namespace {

TEST(Message, FillsItsPlaces) {
    const Message message("%2 of %1 in %3", {std::int64_t{3}, std::string("two"), 0.25});
    EXPECT_EQ(message.english(), "two of 3 in 0.25");
    EXPECT_STREQ(message.text(), "%2 of %1 in %3");
}

TEST(Message, APlaceMayComeTwice) {
    EXPECT_EQ(Message("a %1×%1 kernel", {std::int64_t{7}}).english(), "a 7×7 kernel");
}

TEST(Message, PercentSignsThatAreNoPlacesStay) {
    EXPECT_EQ(Message("100 % of %1, %0, %2, %", {std::string("all")}).english(),
              "100 % of all, %0, %2, %");
}

TEST(Message, ValuesAreNotReadAsTemplates) {
    EXPECT_EQ(Message("%1 and %2", {std::string("%2"), std::string("%1")}).english(), "%2 and %1");
}

TEST(Message, HoldsAnotherMessage) {
    const Message inner("at most %1", {std::int64_t{9}});
    EXPECT_EQ(Message("%1: %2", {std::string("file"), nested(inner)}).english(), "file: at most 9");
}

TEST(Message, IsEmptyWithoutAText) {
    EXPECT_TRUE(Message().empty());
    EXPECT_EQ(Message().english(), "");
    EXPECT_FALSE(Message("text").empty());
}

TEST(Message, AnErrorSaysItInEnglish) {
    const Error error(Message("no %1", {std::string("file")}));
    EXPECT_STREQ(error.what(), "no file");
    EXPECT_STREQ(error.message().text(), "no %1");
}

TEST(ToText, IsTheShortestThatReadsBackTheSame) {
    EXPECT_EQ(toText(0.1), "0.1");
    EXPECT_EQ(toText(5.0), "5");
    EXPECT_EQ(toText(-0.5), "-0.5");
    for (const double value : {1.0 / 3, 1e-300, 1.7976931348623157e308}) {
        EXPECT_EQ(std::stod(toText(value)), value);
    }
}

TEST(Shortened, LeavesShortTextsAlone) {
    EXPECT_EQ(shortened("four 4"), "four 4");
    EXPECT_EQ(shortened(std::string(60, 'a')), std::string(60, 'a'));
}

TEST(Shortened, CutsBetweenCharacters) {
    EXPECT_EQ(shortened(std::string(61, 'a')), std::string(60, 'a') + "…");
    const std::string before(58, 'a');
    EXPECT_EQ(shortened(before + "数字"), before + "…"); // three bytes each
}

} // namespace
} // namespace digitlab
