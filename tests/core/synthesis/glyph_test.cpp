// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/digit_styles.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace digitlab {
namespace {

TEST(Glyph, IsReadFromItsText) {
    EXPECT_EQ(parseGlyph("8,25 30,-4! 30,100 | 5,100 55,100"),
              (Glyph{{{8, 25, false}, {30, -4, true}, {30, 100, false}},
                     {{5, 100, false}, {55, 100, false}}}));
}

TEST(DigitStyles, AreUprightAndOfOneSize) {
    for (int digit = 0; digit <= 9; ++digit) {
        for (const DigitStyle& style : stylesOf(digit)) {
            SCOPED_TRACE(std::to_string(digit) + " " + style.name);
            double top = 100;
            double bottom = 0;
            for (const GlyphStroke& stroke : style.glyph) {
                EXPECT_GE(stroke.size(), 2U);
                for (const Waypoint& place : stroke) {
                    top = std::min(top, place.y);
                    bottom = std::max(bottom, place.y);
                }
            }
            EXPECT_NEAR(top, 0, 24); // a slash or a flag may stand out
            EXPECT_NEAR(bottom, 100, 24);
            EXPECT_GT(style.weight, 0);
        }
    }
}

TEST(DigitStyles, HoldThoseThatPeopleDraw) {
    const auto namesOf = [](int digit) {
        std::set<std::string> names;
        for (const DigitStyle& style : stylesOf(digit)) {
            EXPECT_TRUE(names.insert(style.name).second) << digit << " " << style.name;
        }
        return names;
    };
    using testing::IsSupersetOf;
    EXPECT_THAT(namesOf(0), IsSupersetOf({"plain", "slashed"}));
    EXPECT_THAT(namesOf(1), IsSupersetOf({"plain", "with flag", "with flag and base"}));
    EXPECT_THAT(namesOf(2), IsSupersetOf({"plain", "with loop", "with flat base"}));
    EXPECT_THAT(namesOf(3), IsSupersetOf({"plain", "with flat top"}));
    EXPECT_THAT(namesOf(4), IsSupersetOf({"open", "closed", "open in one stroke"}));
    EXPECT_THAT(namesOf(5), IsSupersetOf({"in one stroke", "in two strokes"}));
    EXPECT_THAT(namesOf(6), IsSupersetOf({"plain", "straight"}));
    EXPECT_THAT(namesOf(7), IsSupersetOf({"plain", "barred", "with serif"}));
    EXPECT_THAT(namesOf(8), IsSupersetOf({"plain", "of two circles"}));
    EXPECT_THAT(namesOf(9),
                IsSupersetOf({"with straight tail", "with curved tail", "with hooked tail"}));
}

} // namespace
} // namespace digitlab
