// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/ink_conditions.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace digitlab::bench {

namespace {

/// What ink covers.
struct Box {
    double left = std::numeric_limits<double>::max();
    double top = left;
    double right = -left;
    double bottom = -left;

    explicit Box(const Ink& ink) {
        for (const Stroke& stroke : ink) {
            for (const Point& point : stroke) {
                left = std::min(left, point.x);
                right = std::max(right, point.x);
                top = std::min(top, point.y);
                bottom = std::max(bottom, point.y);
            }
        }
    }
    [[nodiscard]] double side() const {
        return std::max({right - left, bottom - top, std::numeric_limits<double>::min()});
    }
};

Ink changed(Ink ink, const auto& change) {
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            const auto [x, y] = change(point.x, point.y);
            point.x = x;
            point.y = y;
        }
    }
    return ink;
}

/// The middle of the ink at (x, y), its longer side of this length.
Ink placed(const Ink& ink, double x, double y, double side) {
    const Box box(ink);
    const double scale = side / box.side();
    return changed(ink, [&](double px, double py) {
        return std::pair(x + (px - (box.left + box.right) / 2) * scale,
                         y + (py - (box.top + box.bottom) / 2) * scale);
    });
}

/// The same as a pointer tells it, in whole pixels.
Ink onPixels(const Ink& ink) {
    return changed(ink, [](double x, double y) { return std::pair(std::round(x), std::round(y)); });
}

Ink rotated(const Ink& ink, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return changed(ink, [&](double x, double y) {
        return std::pair(x * std::cos(angle) - y * std::sin(angle),
                         x * std::sin(angle) + y * std::cos(angle));
    });
}

/// With dots around the digit, 0.9 to 1.3 of its longer side from its middle.
Ink withStrayDots(const Ink& ink, int count, Random& random) {
    const Box box(ink);
    Ink result = ink;
    for (int i = 0; i < count; ++i) {
        const double angle = random.uniform(0, 2 * std::numbers::pi);
        const double distance = random.uniform(0.9, 1.3) * box.side();
        result.push_back({{(box.left + box.right) / 2 + distance * std::cos(angle),
                           (box.top + box.bottom) / 2 + distance * std::sin(angle)}});
    }
    return result;
}

/// Each point off its place by up to a share of the longer side, as a bad sensor tells it.
Ink trembling(const Ink& ink, double share, Random& random) {
    const double reach = share * Box(ink).side();
    return changed(ink, [&](double x, double y) {
        return std::pair(x + random.uniform(-reach, reach), y + random.uniform(-reach, reach));
    });
}

/// A page on which somebody wrote one digit.
struct Page {
    int side = 400;
    double digit = 200; ///< longer side
    double x = 200;     ///< of its middle
    double y = 200;
    double pen = 0.08; ///< in shares of the digit
    int paper = 235;
    int ink = 40;
};

DigitImage readPage(const Ink& ink, const Page& page) {
    QImage image(page.side, page.side, QImage::Format_Grayscale8);
    image.fill(qRgb(page.paper, page.paper, page.paper));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(page.ink, page.ink, page.ink), page.pen * page.digit, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    for (const Stroke& stroke : placed(ink, page.x, page.y, page.digit)) {
        QPolygonF line;
        for (const Point& point : stroke) {
            line << QPointF(point.x, point.y);
        }
        line << line.last(); // a single point is a dot
        painter.drawPolyline(line);
    }
    painter.end();
    GreyImage grey{page.side, page.side, {}};
    for (int row = 0; row < page.side; ++row) {
        grey.pixels.insert(grey.pixels.end(), image.constScanLine(row),
                           image.constScanLine(row) + page.side);
    }
    return normaliseImage(grey);
}

Condition drawn(const std::string& name, std::function<Ink(const Ink&, Random&)> change) {
    return {name, [change = std::move(change)](const Ink& ink, Random& random) {
                return renderInk(change(ink, random));
            }};
}

Condition photographed(const std::string& name, const Page& page) {
    return {name, [page](const Ink& ink, Random&) { return readPage(ink, page); }, true};
}

} // namespace

std::vector<Condition> inkConditions() {
    std::vector<Condition> all{
        drawn("as it is", [](const Ink& ink, Random&) { return ink; }),
        drawn("tiny: 16 pixels of the screen",
              [](const Ink& ink, Random&) { return onPixels(placed(ink, 8, 8, 16)); }),
        drawn("huge: 4,000 pixels",
              [](const Ink& ink, Random&) { return onPixels(placed(ink, 2000, 2000, 4000)); }),
        drawn("off-centre: 60 pixels in a corner",
              [](const Ink& ink, Random&) { return onPixels(placed(ink, 205, 35, 60)); }),
        drawn("one stray dot",
              [](const Ink& ink, Random& random) { return withStrayDots(ink, 1, random); }),
        drawn("three stray dots",
              [](const Ink& ink, Random& random) { return withStrayDots(ink, 3, random); }),
        drawn("each point off by up to 2 %",
              [](const Ink& ink, Random& random) { return trembling(ink, 0.02, random); }),
    };
    for (const int degrees : {-15, -10, 10, 15}) {
        all.push_back(drawn("rotated by " + std::to_string(degrees) + "°",
                            [degrees](const Ink& ink, Random&) { return rotated(ink, degrees); }));
    }
    all.push_back(photographed("picture", {}));
    all.push_back(photographed("picture, faint: 200 on 235", {.ink = 200}));
    all.push_back(photographed("picture, thin pen: 3 % of the digit", {.pen = 0.03}));
    all.push_back(photographed("picture, thick pen: 20 %", {.pen = 0.2}));
    all.push_back(photographed("picture, tiny: 30 of 400 pixels", {.digit = 30, .pen = 0.1}));
    all.push_back(photographed("picture, huge: 350 of 400 pixels", {.digit = 350}));
    all.push_back(photographed("picture, off-centre", {.digit = 90, .x = 340, .y = 60}));
    Condition dot{"picture, one stray dot", {}, true};
    dot.image = [](const Ink& ink, Random& random) {
        return readPage(withStrayDots(ink, 1, random), {});
    };
    all.push_back(dot);
    return all;
}

} // namespace digitlab::bench
