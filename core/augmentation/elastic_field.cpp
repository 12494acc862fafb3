// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/elastic_field.h"

namespace digitlab {
namespace {

constexpr std::size_t kSide = kDigitSide;
constexpr std::size_t kSpacing = 7; // pixels between two points of the grid
constexpr std::size_t kCells = kSide / kSpacing;
constexpr std::size_t kKnots = kCells + 3;
constexpr std::size_t kReach = 4; // points that a pixel hears of

using Weights = std::array<float, kReach>;

/// The cubic B-spline's weights at each place within a cell. They are positive and their sum is 1,
/// so that the field stays within what its points have.
constexpr std::array<Weights, kSpacing> makeWeights() {
    std::array<Weights, kSpacing> all{};
    for (std::size_t i = 0; i < kSpacing; ++i) {
        const float t = (static_cast<float>(i) + 0.5F) / kSpacing;
        const float s = 1 - t;
        all[i] = {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                  (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6};
    }
    return all;
}
constexpr std::array<Weights, kSpacing> kWeights = makeWeights();

} // namespace

PixelField elasticField(double limit, Random& random) {
    // Across first: a row of the image for each row of the grid.
    std::array<std::array<float, kSide>, kKnots> rows{};
    for (auto& row : rows) {
        std::array<float, kKnots> knots{};
        for (float& knot : knots) {
            knot = static_cast<float>(limit * random.symmetric());
        }
        for (std::size_t x = 0; x < kSide; ++x) {
            const Weights& weights = kWeights[x % kSpacing];
            const float* knot = &knots[x / kSpacing];
            row[x] = weights[0] * knot[0] + weights[1] * knot[1] + weights[2] * knot[2] +
                     weights[3] * knot[3];
        }
    }
    PixelField field;
    for (std::size_t y = 0; y < kSide; ++y) {
        const Weights& weights = kWeights[y % kSpacing];
        const auto* above = &rows[y / kSpacing];
        for (std::size_t x = 0; x < kSide; ++x) {
            field[y * kSide + x] = weights[0] * above[0][x] + weights[1] * above[1][x] +
                                   weights[2] * above[2][x] + weights[3] * above[3][x];
        }
    }
    return field;
}

} // namespace digitlab
