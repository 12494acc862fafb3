// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/ink_stages.h"
#include "core/synthesis/drawing.h"
#include "tests/core/ink/measure.h"

#include <gmock/gmock.h>

using namespace digitlab;

namespace {

constexpr Sheet kSheet{240, 24};

/// An L in the left upper part of the sheet: 40 wide, 80 high.
const Ink kCorner{{{30, 20}, {30, 100}, {70, 100}}};

Drawing with(const Ink& ink, std::initializer_list<InkStep> taken) {
    Drawing drawing{ink, kSheet, InkSteps{}.first(0)};
    for (const auto step : taken)
        drawing.steps.set(step, true);
    return drawing;
}

Measured seen(const Drawing& drawing) {
    return measure(inkStages(drawing).back());
}

TEST(InkStages, EndWithWhatRenderInkGives) {
    Random random{7};
    for (int i = 0; i < 300; ++i) {
        const Ink ink = i % 4 == 0 ? drawNonDigit(random) : drawDigit(i % 10, random);
        EXPECT_EQ(inkStages({ink, {1, 0.1}}).back(), renderInk(ink));
        EXPECT_EQ(inkStages({ink, {300, 2}}).back(), renderInk(ink));
    }
}

TEST(InkStages, AStepThatIsLeftOutLeavesTheImageAsItWas) {
    for (int step = 0; step < kInkSteps; ++step) {
        Drawing drawing{kCorner, kSheet, {}};
        drawing.steps.set(InkStep{step}, false);
        const auto stages = inkStages(drawing);
        for (int i = 0; i < kInkSteps; ++i) {
            const auto before = static_cast<std::size_t>(i);
            EXPECT_EQ(stages[before] == stages[before + 1], i == step) << step << ' ' << i;
        }
    }
}

TEST(InkStages, WithoutStepsTheSheetIsReducedAsItIs) {
    const auto digit = seen(with(kCorner, {}));
    // 240 units are 28 pixels: the ink from 18 to 82 and from 8 to 112, a pen of 2.8.
    EXPECT_EQ(digit.left, 2);
    EXPECT_EQ(digit.right, 9);
    EXPECT_EQ(digit.top, 0);
    EXPECT_EQ(digit.bottom, 13);
    EXPECT_NEAR(digit.mass / 255, 120 * 24 / (240 / 28.0) / (240 / 28.0) + 5, 2);
}

TEST(InkStages, CroppingBringsTheBoxToTheMiddle) {
    const auto digit = seen(with(kCorner, {InkStep::Crop}));
    EXPECT_EQ(digit.left + digit.right, 27);
    EXPECT_EQ(digit.top + digit.bottom, 27);
    EXPECT_NEAR(digit.height(), 104 / (240 / 28.0), 1.9); // as large as it was drawn
}

TEST(InkStages, ScalingMakesTheBoxOrTheSheet20) {
    const auto box = seen(with(kCorner, {InkStep::Crop, InkStep::Scale}));
    EXPECT_EQ(box.longerSide(), 20);
    EXPECT_EQ(box.top, 4);
    const auto sheet = seen(with({{{12, 12}, {228, 228}}}, {InkStep::Scale}));
    EXPECT_EQ(sheet.longerSide(), 20);
    EXPECT_EQ(sheet.left, 4);
}

TEST(InkStages, CentringMovesTheMass) {
    for (const auto& drawing : {with(kCorner, {InkStep::Centre}),
                                with(kCorner, {InkStep::Crop, InkStep::Scale, InkStep::Centre})}) {
        EXPECT_NEAR(seen(drawing).centreX, 14, 0.5);
        EXPECT_NEAR(seen(drawing).centreY, 14, 0.5);
    }
    EXPECT_GT(std::abs(seen(with(kCorner, {InkStep::Crop, InkStep::Scale})).centreX - 14), 1);
}

TEST(InkStages, NormalisingForgetsThePen) {
    Drawing thin = with(kCorner, {InkStep::Crop, InkStep::Scale});
    thin.sheet.pen = 2;
    Drawing thick = thin;
    thick.sheet.pen = 30;
    EXPECT_LT(seen(thin).brightest, 200);
    EXPECT_LT(4 * seen(thin).mass, seen(thick).mass);
    for (Drawing* drawing : {&thin, &thick}) {
        drawing->steps.set(InkStep::Normalise, true);
        EXPECT_EQ(
            inkStages(*drawing).back(),
            inkStages(with(kCorner, {InkStep::Crop, InkStep::Scale, InkStep::Normalise})).back());
    }
}

TEST(InkStages, NoInkGivesEmptyImages) {
    for (const auto& image : inkStages({{}, kSheet, {}}))
        EXPECT_TRUE(isEmpty(image));
}

TEST(InkStages, APictureIsSeenAsItIsWithTheInkOnIt) {
    auto picture = std::make_shared<DigitImage>();
    (*picture)[0] = 200; // no step may crop, centre or brighten it
    Drawing drawing{{}, kSheet, {}, picture};
    for (const auto& image : inkStages(drawing))
        EXPECT_EQ(image, *picture);
    drawing.ink = kCorner;
    DigitImage both = inkStages(with(kCorner, {})).front();
    both[0] = 200;
    for (const auto& image : inkStages(drawing))
        EXPECT_EQ(image, both);
}

TEST(InkStages, InkBesideTheSheetIsNotSeenWithoutCropping) {
    const Ink beside{{{1e300, -1e300}, {-1e300, -5e299}}};
    for (const auto step : {InkStep::Scale, InkStep::Centre, InkStep::Normalise})
        EXPECT_TRUE(isEmpty(inkStages(with(beside, {step})).back()));
    EXPECT_FALSE(isEmpty(inkStages({beside, kSheet, {}}).back()));
}

} // namespace
