// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/fine_raster.h"
#include "core/ink/ink_stages.h"
#include "core/ink/stray_strokes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace digitlab {
namespace {

constexpr double kPen = 0.13 * kBoxSide;      // MNIST's, in pixels
constexpr double kMiddle = kBoxSide / 2.0;    // of the box, and of the image
constexpr double kSmallestMove = 0.05;        // in pixels; nobody sees less
constexpr double kOutside = 100 * kDigitSide; // as far from the image as counts

/// The part of the sheet that becomes the image.
struct Part {
    double centreX = 0;
    double centreY = 0;
    double half = 0; ///< of the longer side
};

/// The smallest part that holds all strokes but the stray ones; nothing where no point is a place.
std::optional<Part> boxOf(const Ink& ink, const std::vector<bool>& stray) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    double left = kInfinity;
    double right = -kInfinity;
    double top = kInfinity;
    double bottom = -kInfinity;
    for (std::size_t i = 0; i < ink.size(); ++i) {
        if (!stray.empty() && stray[i])
            continue;
        for (const auto& point : ink[i]) {
            if (!isPlace(point))
                continue;
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    }
    if (left > right)
        return std::nullopt;
    // Halves first: a difference of the largest numbers would overflow.
    return Part{left / 2 + right / 2, top / 2 + bottom / 2,
                std::max(right / 2 - left / 2, bottom / 2 - top / 2)};
}

/// How the person's units become pixels of the image.
class Frame {
public:
    Frame(const Part& part, const Sheet& sheet, const InkSteps& steps)
        : m_centreX(part.centreX)
        , m_centreY(part.centreY) {
        const bool usualPen = steps[InkStep::Normalise];
        double half = sheet.side / 2;
        double wanted = kDigitSide / 2.0;
        if (steps[InkStep::Scale]) {
            half = part.half;
            wanted = kBoxSide / 2.0;
            // The box of the ink reaches farther than the pen's middle.
            if (steps[InkStep::Crop] && usualPen)
                wanted = (kBoxSide - kPen) / 2;
            else if (steps[InkStep::Crop])
                half += sheet.pen / 2;
        }
        if (std::isnormal(half) && std::isfinite(wanted / half))
            m_scale = wanted / half;
        m_pen = usualPen ? kPen : sheet.pen * m_scale;
    }

    /// Width of the pen in pixels.
    [[nodiscard]] double pen() const { return m_pen; }

    [[nodiscard]] Place place(const Point& point) const {
        if (m_scale == 0)
            return {kMiddle, kMiddle};
        return {inPixels(point.x - m_centreX), inPixels(point.y - m_centreY)};
    }

private:
    [[nodiscard]] double inPixels(double distance) const {
        return std::clamp(distance * m_scale + kMiddle, -kOutside, kOutside);
    }

    double m_centreX;
    double m_centreY;
    double m_scale = 0; ///< stays 0 for a dot
    double m_pen = 0;
};

void addStroke(FineRaster& raster, const Frame& frame, const Stroke& stroke) {
    bool begun = false;
    Place last;    // up to where the pen was drawn
    Place skipped; // where it is
    for (const auto& point : stroke) {
        if (!isPlace(point))
            continue;
        const auto place = frame.place(point);
        skipped = place;
        if (begun && std::hypot(place.x - last.x, place.y - last.y) < kSmallestMove)
            continue;
        raster.addSegment(begun ? last : place, place);
        last = place;
        begun = true;
    }
    if (begun)
        raster.addSegment(last, skipped);
}

DigitImage rendered(const Ink& ink, const Sheet& sheet, const InkSteps& steps) {
    std::vector<bool> stray;
    std::optional<Part> part = Part{sheet.side / 2, sheet.side / 2, sheet.side / 2};
    if (steps[InkStep::Crop]) {
        stray = strayStrokes(ink);
        part = boxOf(ink, stray);
    }
    if (!part)
        return {};
    const Frame frame(*part, sheet, steps);
    FineRaster raster(frame.pen());
    for (std::size_t i = 0; i < ink.size(); ++i)
        if (stray.empty() || !stray[i])
            addStroke(raster, frame, ink[i]);
    const auto coverage = raster.coverage();
    const auto image =
        steps[InkStep::Normalise] ? brightened(coverage) : greyOf(coverage, FineRaster::kFullInk);
    return steps[InkStep::Centre] ? centred(image) : image;
}

} // namespace

DigitImage renderInk(const Ink& ink) {
    return rendered(ink, {}, {});
}

InkStages inkStages(const Drawing& drawing) {
    InkStages stages;
    stages[0] = rendered(drawing.ink, drawing.sheet, drawing.steps.first(0));
    if (drawing.picture) {
        std::ranges::transform(stages[0], *drawing.picture, stages[0].begin(),
                               [](auto ink, auto below) { return std::max(ink, below); });
        stages.fill(DigitImage(stages[0]));
        return stages;
    }
    for (int i = 0; i < kInkSteps; ++i) {
        const InkStep step{i};
        const DigitImage& before = stages[static_cast<std::size_t>(i)];
        DigitImage& after = stages[static_cast<std::size_t>(i) + 1];
        if (!drawing.steps[step])
            after = before;
        else if (step == InkStep::Centre)
            after = centred(before);
        else
            after = rendered(drawing.ink, drawing.sheet, drawing.steps.first(i + 1));
    }
    return stages;
}

} // namespace digitlab
