// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/mistakes.h"

#include <gmock/gmock.h>

namespace digitlab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<Verdict> kVerdicts{
    {{0.9F, 0.1F}}, {{0.4F, 0.6F}}, {{0.2F, 0.8F}}, {{0.3F, 0.7F}}, {{0, 1}}};

TEST(Mistakes, TheMostCertainComesFirst) {
    const std::vector<std::optional<int>> labels{0, 0, 3, 1, 2};
    EXPECT_THAT(mistakesOf(kVerdicts, labels),
                ElementsAre(Mistake{4, 2, 1, 1}, Mistake{2, 3, 1, 0.8F}, Mistake{1, 0, 1, 0.6F}));
}

TEST(Mistakes, WhatIsNoDigitIsNone) {
    const std::vector<std::optional<int>> labels{0, std::nullopt, std::nullopt, 1, 1};
    EXPECT_THAT(mistakesOf(kVerdicts, labels), IsEmpty());
}

} // namespace
} // namespace digitlab
