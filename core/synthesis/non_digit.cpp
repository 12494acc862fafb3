// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/drawing.h"
#include "core/synthesis/hand.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace digitlab {
namespace {

struct Box {
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    double top = left;
    double bottom = -left;
};

Box boxOf(const Ink& ink) {
    Box box;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            box.left = std::min(box.left, point.x);
            box.right = std::max(box.right, point.x);
            box.top = std::min(box.top, point.y);
            box.bottom = std::max(box.bottom, point.y);
        }
    }
    return box;
}

/// Letters and signs that nobody takes for a digit: O, l, S, Z, B, g, q, b, y and their like are
/// left out.
const std::vector<Glyph>& signs() {
    static const std::vector<Glyph> all = [] {
        constexpr std::array kPaths{
            "30,0! 0,100 | 30,0 60,100 | 12,62 48,62",                         // A
            "56,14 34,0 8,20 0,52 10,84 34,100 58,86",                         // C
            "4,0 4,100 | 4,0 54,0 | 4,48 44,48 | 4,100 56,100",                // E
            "4,0 4,100 | 4,0 54,0 | 4,48 44,48",                               // F
            "2,0 2,100 | 56,0 56,100 | 2,50 56,50",                            // H
            "4,0 4,100 | 54,0 4,56! 56,100",                                   // K
            "4,0 4,100! 56,100",                                               // L
            "0,100 6,0! 32,70! 60,0! 66,100",                                  // M
            "2,100 2,0! 54,100! 54,0",                                         // N
            "4,0 4,100 | 4,0 40,2 52,24 38,46 4,50",                           // P
            "4,0 4,100 | 4,0 40,2 52,22 36,44 4,48! 54,100",                   // R
            "-6,0 66,0 | 30,0 30,100",                                         // T
            "2,0 4,70 20,100 46,96 56,60 56,0",                                // U
            "0,0 30,100! 60,0",                                                // V
            "-10,0 10,100! 30,20! 50,100! 72,0",                               // W
            "2,0 58,100 | 58,0 2,100",                                         // X
            "0,0 0,100 | 0,60 20,34 46,40 50,100",                             // h
            "0,30 0,100 | 0,54 14,32 28,44 28,100 | 28,54 44,32 60,44 60,100", // m
            "0,30 2,100 | 2,56 22,32 48,42 52,100",                            // n
            "6,52 54,50 50,16 26,2 4,28 4,76 28,100 58,82",                    // e
            "54,0 52,100 | 50,46 26,36 2,62 16,96 50,84",                      // d
            "50,8 34,0 24,18 22,100 | 4,40 50,40",                             // f
            "4,0 4,100 | 52,30 4,64! 56,100",                                  // k
            "30,0 30,90 | -8,46 70,46",                                        // +
            "30,20 30,80! | 0,50 60,50 | 8,26 52,74 | 52,26 8,74",             // *
            "0,35 60,35 | 0,66 60,66",                                         // =
            "0,50 70,50",                                                      // -
            "10,0 -6,100 | 46,0 30,100 | -12,34 66,34 | -18,68 60,68",         // #
            "-10,60 24,100! 84,0",                                             // a tick
            "30,0! 66,100! -6,100! 30,0",                                      // a triangle
            "0,0! 80,0! 80,80! 0,80! 0,0",                                     // a square
            "40,0! 80,40! 40,80! 0,40! 40,0",                                  // a diamond
            "30,0! 48,96! -8,34! 68,34! 10,96! 30,0",                          // a star
            "40,24 20,0 0,22 40,90! 80,22 60,0 40,24",                         // a heart
            "0,50 100,50 | 74,26 100,50! 74,74",                               // an arrow
            "50,0 50,100 | 24,28 50,0! 76,28",                                 // another
            "0,50 16,20 34,50 52,80 70,50 88,20 104,50",                       // a wave
            "0,20 12,70! 24,20! 36,70! 48,20! 60,70! 72,20",                   // a zigzag
            "40,40 46,46 38,54 26,44 34,26 58,30 62,60 34,74 8,52 20,10 62,4", // a spiral
            "40,0 8,10 0,44 20,76 60,76 80,42 70,8 38,0 | 24,28 26,34 | 56,28 54,34 | "
            "18,50 40,64 62,50",                                              // a face
            "0,0 0,100 | 0,0 60,0 | 60,0 60,100 | 0,100 60,100 | 0,50 60,50", // a window
        };
        std::vector<Glyph> glyphs;
        for (const char* path : kPaths) {
            glyphs.push_back(parseGlyph(path));
        }
        return glyphs;
    }();
    return all;
}

Ink drawSign(Random& random) {
    const Glyph& sign = signs()[random.below(signs().size())];
    return draw(sign, Hand::random(random), random);
}

/// A hand that makes nothing narrow: a narrow scribble looks like a thick 1.
Hand broadHand(Random& random) {
    Hand hand = Hand::random(random);
    hand.width = std::max(hand.width, 1.0);
    hand.slant = 0;
    return hand;
}

/// Up and down and round about, without an aim.
Ink drawScribble(Random& random) {
    Ink ink;
    const std::size_t strokes = 1 + random.below(3);
    for (std::size_t i = 0; i < strokes; ++i) {
        Glyph glyph(1);
        const std::size_t turns = 5 + random.below(14);
        const bool sharp = random.chance(0.3);
        for (std::size_t turn = 0; turn < turns; ++turn) {
            glyph[0].push_back({random.uniform(0, 90), random.uniform(0, 100), sharp});
        }
        Ink part = draw(glyph, broadHand(random), random);
        ink.push_back(std::move(part.front()));
    }
    return ink;
}

/// Hatching: a pen that goes to and fro while it moves on.
Ink drawHatching(Random& random) {
    Glyph glyph(1);
    const std::size_t turns = 6 + random.below(12);
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const double width = random.uniform(70, 110);
    for (std::size_t i = 0; i < turns; ++i) {
        const double along = 100 * static_cast<double>(i) / static_cast<double>(turns - 1) - 50;
        const double across = (i % 2 == 0 ? 0.5 : -0.5) * width * random.uniform(0.7, 1);
        glyph[0].push_back({30 + along * std::cos(angle) - across * std::sin(angle),
                            50 + along * std::sin(angle) + across * std::cos(angle),
                            random.chance(0.5)});
    }
    return draw(glyph, broadHand(random), random);
}

/// A tap of the pen, or a few.
Ink drawDots(Random& random) {
    Ink ink;
    const std::size_t dots = random.chance(0.5) ? 1 : 2 + random.below(3);
    for (std::size_t i = 0; i < dots; ++i) {
        const Point first{random.uniform(0, 100), random.uniform(0, 100)};
        Stroke stroke{first};
        if (dots > 1 && random.chance(0.5)) {
            stroke.push_back({first.x + random.uniform(-3, 3), first.y + random.uniform(-3, 3)});
        }
        ink.push_back(std::move(stroke));
    }
    return ink;
}

Ink drawAnyDigit(Random& random) {
    return drawDigit(static_cast<int>(random.below(10)), random);
}

Ink drawTwoDigits(Random& random) {
    Ink ink = drawAnyDigit(random);
    Ink second = drawAnyDigit(random);
    const Box first = boxOf(ink);
    const Box other = boxOf(second);
    const double right = first.right - other.left + random.uniform(5, 40);
    const double down = random.uniform(-10, 10);
    for (Stroke& stroke : second) {
        for (Point& point : stroke) {
            point.x += right;
            point.y += down;
        }
        ink.push_back(std::move(stroke));
    }
    return ink;
}

Ink drawCrossedOut(Random& random) {
    Ink ink = drawAnyDigit(random);
    const Box box = boxOf(ink);
    const double width = std::max(box.right - box.left, 30.0);
    const double middle = (box.left + box.right) / 2;
    const auto line = [&](double left, double right) {
        // The pen's way across the digit, given as shares of its height.
        const double height = box.bottom - box.top;
        ink.push_back({{middle - 0.7 * width, box.top + left * height},
                       {middle + 0.7 * width, box.top + right * height}});
    };
    const double rise = random.uniform(0.3, 0.6);
    if (random.chance(0.5)) {
        line(0.5 + rise, 0.5 - rise);
        line(0.5 - rise, 0.5 + rise);
    } else {
        for (std::size_t i = 0; i < 3; ++i) {
            line(random.uniform(0, 1), random.uniform(0, 1));
        }
    }
    return ink;
}

} // namespace

Ink drawNonDigit(Random& random) {
    constexpr std::array kKinds{drawSign,      drawSign,      drawSign, drawScribble,
                                drawScribble,  drawHatching,  drawDots, drawTwoDigits,
                                drawTwoDigits, drawCrossedOut};
    return kKinds[random.below(kKinds.size())](random);
}

} // namespace digitlab
