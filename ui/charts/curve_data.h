// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace digitlab {

/// A point of a curve.
struct CurvePoint {
    double x = 0;
    double y = 0;
};

/// The points of a curve, in the order of their x, kept so that drawing them costs the same whether
/// they are a thousand or a million: beside the points it holds the lowest and highest of each 2,
/// 4, 8 … of them, and a drawing takes the level that fits its width.
class CurveData {
public:
    /// `x` must not be less than the last. A point whose y is not finite is left out.
    void append(double x, double y);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_x.empty(); }
    [[nodiscard]] std::size_t size() const { return m_x.size(); }
    [[nodiscard]] CurvePoint at(std::size_t index) const { return {m_x[index], m_y[index]}; }
    [[nodiscard]] CurvePoint last() const { return at(size() - 1); }

    /// The point nearest to `x`. There must be one.
    [[nodiscard]] CurvePoint nearest(double x) const;

    /// What to draw between `from` and `to`: all points where they are at most `count`, else the
    /// lowest and highest of each stretch, at most about `count`. Reaches one point past each end,
    /// so that lines leave the picture where they should.
    [[nodiscard]] std::vector<CurvePoint> sample(double from, double to, std::size_t count) const;

private:
    /// Where the lowest and the highest of some neighbouring points are.
    struct Extremes {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
    };

    [[nodiscard]] Extremes join(Extremes a, Extremes b) const;
    [[nodiscard]] Extremes scan(std::size_t first, std::size_t end) const;
    void collect(std::vector<CurvePoint>& to, Extremes extremes) const;

    std::vector<double> m_x;
    std::vector<double> m_y;
    /// m_levels[k] holds one entry for each 2^(k+1) points that are complete.
    std::vector<std::vector<Extremes>> m_levels;
};

} // namespace digitlab
