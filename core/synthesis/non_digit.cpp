// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/drawing.h"
#include "core/synthesis/hand.h"
#include "core/synthesis/signs.h"

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

/// A pen that goes on while its direction changes at random.
Ink drawWandering(Random& random) {
    Stroke stroke{{0, 0}};
    const std::size_t steps = 20 + random.below(100);
    const double turn = random.uniform(0.2, 1.3);
    const double drift = random.uniform(-0.4, 0.4);
    double angle = random.uniform(0, 2 * std::numbers::pi);
    for (std::size_t i = 0; i < steps; ++i) {
        angle += drift + turn * random.normal();
        const Point& last = stroke.back();
        const double step = random.uniform(3, 12);
        stroke.push_back({std::clamp(last.x + step * std::cos(angle), -45.0, 45.0),
                          std::clamp(last.y + step * std::sin(angle), -50.0, 50.0)});
    }
    return {stroke};
}

/// Turns of a pen that come closer or move on: spirals and coils.
Ink drawCoil(Random& random) {
    Glyph glyph(1);
    const double turns = random.uniform(2, 5);
    const double direction = random.chance(0.5) ? 1 : -1;
    const double from = random.chance(0.5) ? random.uniform(0, 10) : random.uniform(20, 50);
    const double to = random.uniform(25, 50);
    const double pace = random.chance(0.5) ? 0 : random.uniform(8, 30); ///< to the right, a turn
    const double flat = random.uniform(0.6, 1.2);
    const double start = random.uniform(0, 2 * std::numbers::pi);
    const int points = static_cast<int>(8 * turns);
    for (int i = 0; i <= points; ++i) {
        const double share = static_cast<double>(i) / points;
        const double angle = start + direction * 2 * std::numbers::pi * turns * share;
        const double radius = from + (to - from) * share;
        glyph[0].push_back({30 + pace * turns * share + flat * radius * std::cos(angle),
                            50 + radius * std::sin(angle)});
    }
    return draw(glyph, Hand::random(random), random);
}

/// Corners round about: triangles, squares, stars and what is like them.
Ink drawPolygon(Random& random) {
    Glyph glyph(1);
    const std::size_t corners = 3 + random.below(4);
    const std::size_t stride = corners > 4 && random.chance(0.5) ? 2 : 1;
    const double start = random.uniform(0, 2 * std::numbers::pi);
    const double inner = random.chance(0.3) ? random.uniform(0.3, 0.6) : 0; ///< of a star's notches
    const double uneven = random.uniform(0, 0.5);
    const double flat = random.uniform(0.7, 1.4);
    const auto place = [&](double step, double radius) {
        const double angle = start + 2 * std::numbers::pi * step / static_cast<double>(corners);
        return Waypoint{30 + flat * radius * std::cos(angle), 50 + radius * std::sin(angle), true};
    };
    for (std::size_t i = 0; i < corners; ++i) {
        const auto step = static_cast<double>(i * stride);
        glyph[0].push_back(place(step, 50 * (1 - uneven * random.uniform())));
        if (inner > 0) {
            glyph[0].push_back(place(step + 0.5 * static_cast<double>(stride), 50 * inner));
        }
    }
    glyph[0].push_back(glyph[0].front());
    return draw(glyph, broadHand(random), random);
}

/// Lines that cross each other, or hardly do.
Ink drawLines(Random& random) {
    Glyph glyph;
    const std::size_t lines = 3 + random.below(4);
    const double apart = random.uniform(5, 40);
    for (std::size_t i = 0; i < lines; ++i) {
        const double angle = random.uniform(0, std::numbers::pi);
        const double x = 30 + apart * random.symmetric();
        const double y = 50 + apart * random.symmetric();
        const double reach = random.uniform(25, 60);
        glyph.push_back({{x - reach * std::cos(angle), y - reach * std::sin(angle)},
                         {x + reach * std::cos(angle), y + reach * std::sin(angle)}});
    }
    return draw(glyph, broadHand(random), random);
}

/// A ring, a bow, a line or a corner: what little pictures are made of.
Stroke drawPart(Random& random) {
    Glyph glyph(1);
    const double x = random.uniform(0, 80);
    const double y = random.uniform(0, 100);
    const double reach = random.uniform(6, 50);
    const double start = random.uniform(0, 2 * std::numbers::pi);
    if (random.chance(0.5)) {
        const double turn =
            random.chance(0.5) ? 2 * std::numbers::pi : random.uniform(1.5, 5); // a ring or a bow
        const double flat = random.uniform(0.5, 1.5);
        for (int i = 0; i <= 12; ++i) {
            const double angle = start + turn * i / 12;
            glyph[0].push_back({x + reach * flat * std::cos(angle), y + reach * std::sin(angle)});
        }
    } else {
        const std::size_t corners = random.below(3);
        glyph[0].push_back({x - reach * std::cos(start), y - reach * std::sin(start), true});
        for (std::size_t i = 0; i < corners; ++i) {
            glyph[0].push_back({random.uniform(0, 80), random.uniform(0, 100), true});
        }
        glyph[0].push_back({x + reach * std::cos(start), y + reach * std::sin(start), true});
    }
    return draw(glyph, broadHand(random), random).front();
}

/// Some of them together.
Ink drawPicture(Random& random) {
    Ink ink;
    const std::size_t parts = 3 + random.below(4);
    for (std::size_t i = 0; i < parts; ++i) {
        ink.push_back(drawPart(random));
    }
    return ink;
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

/// Puts more ink beside what is there, or under it.
void append(Ink& ink, Ink more, bool below, double gap, double off) {
    const Box first = boxOf(ink);
    const Box second = boxOf(more);
    const double right = below ? first.left - second.left + off : first.right - second.left + gap;
    const double down = below ? first.bottom - second.top + gap : off;
    for (Stroke& stroke : more) {
        for (Point& point : stroke) {
            point.x += right;
            point.y += down;
        }
        ink.push_back(std::move(stroke));
    }
}

/// Two digits or three, side by side or one under the other.
Ink drawSomeDigits(Random& random) {
    Ink ink = drawAnyDigit(random);
    const bool below = random.chance(0.25);
    const std::size_t more = !below && random.chance(0.15) ? 2 : 1;
    for (std::size_t i = 0; i < more; ++i) {
        append(ink, drawAnyDigit(random), below, random.uniform(0, 40), random.uniform(-15, 15));
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
    struct Kind {
        double share;
        Ink (*draw)(Random&);
    };
    constexpr std::array kKinds{
        Kind{0.38, drawSign},       Kind{0.07, drawScribble}, Kind{0.04, drawHatching},
        Kind{0.06, drawWandering},  Kind{0.04, drawCoil},     Kind{0.05, drawPolygon},
        Kind{0.03, drawLines},      Kind{0.05, drawDots},     Kind{0.13, drawSomeDigits},
        Kind{0.05, drawCrossedOut}, Kind{0.10, drawPicture},
    };
    double rest = random.uniform();
    for (const Kind& kind : kKinds) {
        rest -= kind.share;
        if (rest < 0) {
            return kind.draw(random);
        }
    }
    return kKinds.front().draw(random);
}

} // namespace digitlab
