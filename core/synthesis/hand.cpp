// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/hand.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace digitlab {
namespace {

struct Place {
    double x = 0;
    double y = 0;
};

Place operator+(Place a, Place b) {
    return {a.x + b.x, a.y + b.y};
}
Place operator-(Place a, Place b) {
    return {a.x - b.x, a.y - b.y};
}
Place operator*(double factor, Place a) {
    return {factor * a.x, factor * a.y};
}
double length(Place a) {
    return std::hypot(a.x, a.y);
}

using Path = std::vector<Place>;

/// Puts places of the upright, even sign where this hand would have them.
class Frame {
public:
    explicit Frame(const Hand& hand)
        : m_hand(hand)
        , m_cosine(std::cos(hand.rotation))
        , m_sine(std::sin(hand.rotation)) {}

    [[nodiscard]] Place place(Place from) const {
        // Within the sign's height halves change their shares; beyond it nothing bends.
        const double t = std::clamp(from.y / 100, 0.0, 1.0);
        const double y = from.y - 100 * m_hand.topHeavy * t * (1 - t) - 50;
        const double spread = m_hand.width * (1 + m_hand.taper * (t - 0.5));
        const double x = (from.x - kMiddle) * spread - m_hand.slant * y;
        return {m_cosine * x - m_sine * y, m_sine * x + m_cosine * y};
    }

private:
    static constexpr double kMiddle = 30;

    const Hand& m_hand;
    double m_cosine;
    double m_sine;
};

/// The curve from b to c in the spline through a, b, c, d (Catmull and Rom 1974, with the
/// centripetal spacing of Yuksel et al. 2011, which makes no loops), in points `step` apart,
/// without b.
void addSpan(Path& path, Place a, Place b, Place c, Place d, double step) {
    const double ab = std::max(std::sqrt(length(b - a)), 1e-3);
    const double bc = std::max(std::sqrt(length(c - b)), 1e-3);
    const double cd = std::max(std::sqrt(length(d - c)), 1e-3);
    // Tangents at b and c for a parameter that goes from 0 to 1.
    const Place atB = (c - b) + bc * ((1 / ab) * (b - a) - (1 / (ab + bc)) * (c - a));
    const Place atC = (c - b) + bc * ((1 / cd) * (d - c) - (1 / (bc + cd)) * (d - b));
    const int points = std::max(1, static_cast<int>(std::lround(length(c - b) / step)));
    for (int i = 1; i <= points; ++i) {
        const double t = static_cast<double>(i) / points;
        const double s = 1 - t;
        path.push_back((s * s * (1 + 2 * t)) * b + (t * t * (3 - 2 * t)) * c + (s * s * t) * atB -
                       (s * t * t) * atC);
    }
}

/// The pen's way through the places of a stroke, round but at its corners.
Path curveThrough(const Path& places, const GlyphStroke& stroke, double step) {
    Path path{places.front()};
    const std::size_t count = places.size();
    for (std::size_t i = 0; i + 1 < count; ++i) {
        // Beyond an end or a corner the way is thought to go straight on.
        const bool begins = i == 0 || stroke[i].corner;
        const bool ends = i + 2 >= count || stroke[i + 1].corner;
        const Place b = places[i];
        const Place c = places[i + 1];
        addSpan(path, begins ? 2 * b - c : places[i - 1], b, c, ends ? 2 * c - b : places[i + 2],
                step);
    }
    return path;
}

/// Mean of each point and its neighbours within `reach`; the ends stay.
void smooth(Path& path, int reach) {
    if (reach < 1) {
        return;
    }
    const Path old = path;
    const int last = static_cast<int>(path.size()) - 1;
    for (int i = 1; i < last; ++i) {
        const int near = std::min({reach, i, last - i});
        Place sum;
        for (int j = i - near; j <= i + near; ++j) {
            sum = sum + old[static_cast<std::size_t>(j)];
        }
        path[static_cast<std::size_t>(i)] = (1.0 / (2 * near + 1)) * sum;
    }
}

/// Moves each point a little; neighbours move alike.
void tremble(Path& path, double amount, Random& random) {
    Place wander;
    for (Place& place : path) {
        wander = 0.7 * wander + 0.7 * Place{random.normal(), random.normal()};
        place = place + amount * wander;
    }
}

/// Makes the last piece longer, or takes some of it away where `by` is negative.
void stretchEnd(Path& path, double by) {
    while (path.size() > 3 && by < 0) {
        const double last = length(path.back() - path[path.size() - 2]);
        by += last;
        path.pop_back();
    }
    if (path.size() > 2 && by > 0) {
        const Place along = path.back() - path[path.size() - 3];
        if (const double size = length(along); size > 0) {
            path.push_back(path.back() + (by / size) * along);
        }
    }
}

/// A short piece that turns away at the end of a path.
void addHook(Path& path, double size, Random& random) {
    if (path.size() < 3) {
        return;
    }
    const Place along = path.back() - path[path.size() - 3];
    const double angle =
        std::atan2(along.y, along.x) + (random.chance(0.5) ? 1 : -1) * random.uniform(0.6, 2.6);
    path.push_back(path.back() + size * Place{std::cos(angle), std::sin(angle)});
}

Path drawnStroke(const GlyphStroke& stroke, const Hand& hand, const Frame& frame, Random& random) {
    const Place off{hand.looseness * random.normal(), hand.looseness * random.normal()};
    Path places;
    for (const Waypoint& waypoint : stroke) {
        const Place missed{hand.carelessness * random.normal(),
                           hand.carelessness * random.normal()};
        places.push_back(frame.place({waypoint.x, waypoint.y}) + off + missed);
    }
    Path path = curveThrough(places, stroke, hand.step);
    smooth(path, static_cast<int>(std::lround(hand.rounding / hand.step)));
    for (int end = 0; end < 2; ++end) {
        stretchEnd(path, hand.overshoot * random.normal());
        if (hand.hooks > 0 && random.chance(0.4)) {
            addHook(path, hand.hooks * random.uniform(), random);
        }
        std::ranges::reverse(path);
    }
    tremble(path, hand.tremor, random);
    return path;
}

/// A number that is seldom large: 0 to 1, a quarter on average.
double seldomLarge(Random& random) {
    return random.uniform() * random.uniform();
}

} // namespace

Hand Hand::random(Random& random) {
    Hand hand;
    hand.slant = 0.15 + 0.2 * random.normal();
    hand.rotation = 0.08 * random.normal();
    hand.width = std::exp(0.23 * random.normal());
    hand.topHeavy = 0.35 * random.symmetric();
    hand.taper = 0.4 * random.symmetric();
    hand.carelessness = 1 + 6 * seldomLarge(random);
    hand.looseness = 5 * seldomLarge(random);
    hand.rounding = random.chance(0.5) ? 0 : 14 * random.uniform();
    hand.tremor = random.chance(0.5) ? 0 : 1.6 * random.uniform();
    hand.step = random.uniform(3.5, 7);
    hand.overshoot = random.chance(0.3) ? 0 : 10 * random.uniform();
    hand.hooks = random.chance(0.75) ? 0 : 14 * random.uniform();
    return hand;
}

Ink draw(const Glyph& glyph, const Hand& hand, Random& random) {
    const Frame frame(hand);
    Ink ink;
    for (const GlyphStroke& stroke : glyph) {
        Stroke drawn;
        for (const Place& place : drawnStroke(stroke, hand, frame, random)) {
            drawn.push_back({place.x, place.y});
        }
        ink.push_back(std::move(drawn));
    }
    return ink;
}

} // namespace digitlab
