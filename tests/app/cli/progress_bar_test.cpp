// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <QString>

#include <gmock/gmock.h>

namespace digitlab::test {

namespace {

using testing::HasSubstr;
using testing::Not;

const ProgressLine kLine{.epoch = 2,
                         .epochs = 10,
                         .share = 0.5,
                         .loss = 0.12344,
                         .accuracy = 0.9751,
                         .imagesPerSecond = 12345.6,
                         .secondsLeft = 3725};

qsizetype columnsOf(const std::string& text) {
    return QString::fromStdString(text).size();
}

TEST(ProgressLineText, HasAllOnAnOrdinaryTerminal) {
    const std::string text = toText(kLine, 80);
    EXPECT_LT(columnsOf(text), 80);
    EXPECT_THAT(text, HasSubstr("epoch 2/10  ███"));
    EXPECT_THAT(text, HasSubstr("  loss 0.1234  accuracy 97.5 %  12346 images/s  1:02:05 left"));
}

TEST(ProgressLineText, FillsTheBarByItsShare) {
    ProgressLine line = kLine;
    EXPECT_THAT(toText(line, 200), HasSubstr("  ████████████████████░░░░░░░░░░░░░░░░░░░░  "));
    line.share = 0;
    EXPECT_THAT(toText(line, 200), Not(HasSubstr("█")));
    line.share = 1;
    EXPECT_THAT(toText(line, 200), Not(HasSubstr("░")));
}

TEST(ProgressLineText, NeverWraps) {
    for (int columns = 1; columns < 200; ++columns) {
        EXPECT_LT(columnsOf(toText(kLine, columns)), columns);
    }
    EXPECT_THAT(toText(kLine, 40), HasSubstr("epoch 2/10  loss 0.1234"));
}

TEST(DurationText, IsForAPerson) {
    EXPECT_EQ(durationText(-1), "0 s");
    EXPECT_EQ(durationText(42.4), "42 s");
    EXPECT_EQ(durationText(59.9), "1 min 00 s");
    EXPECT_EQ(durationText(185), "3 min 05 s");
    EXPECT_EQ(durationText(3725), "1 h 02 min");
}

} // namespace

} // namespace digitlab::test
