// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/paper.h"

#include "core/ink/ink_map.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace digitlab {
namespace {

constexpr double kEvenBorder = 24;        // of 255, from the 5th to the 95th percentile
constexpr double kClearSeparation = 0.85; // an even slope of grey alone has 0.75
constexpr std::size_t kTerms = 6;

std::vector<float> borderOf(const PixelMap& map) {
    std::vector<float> border;
    for (int x = 0; x < map.width; ++x) {
        border.push_back(map.at(x, 0));
        border.push_back(map.at(x, map.height - 1));
    }
    for (int y = 0; y < map.height; ++y) {
        border.push_back(map.at(0, y));
        border.push_back(map.at(map.width - 1, y));
    }
    return border;
}

/// Paper of one level: its level and whether it is the lighter.
struct LevelPaper {
    double level = 0;
    bool light = false;
};

std::optional<LevelPaper> levelPaper(const PixelMap& map) {
    auto border = borderOf(map);
    std::ranges::sort(border);
    const auto at = [&](std::size_t percent) {
        return double(border[(border.size() - 1) * percent / 100]);
    };
    const auto threshold = separate(map.values);
    const double median = at(50);
    const bool even = at(95) - at(5) <= kEvenBorder;
    if (even)
        return LevelPaper{median, median > threshold.level};
    if (threshold.separation < kClearSeparation)
        return std::nullopt;
    // The digit reaches the border: most of the border is paper all the same.
    const bool light = median > threshold.level;
    std::vector<float> paper;
    for (const auto value : map.values)
        if ((double(value) > threshold.level) == light)
            paper.push_back(value);
    return LevelPaper{medianOf(std::move(paper)), light};
}

using Terms = std::array<double, kTerms>;

/// Light that falls off smoothly: a quadratic surface, fitted to the pixels that are paper.
class Slope {
public:
    explicit Slope(const PixelMap& map)
        : m_map(map) {
        double limit = 256;
        for (int round = 0; round < 6; ++round) {
            fit(limit);
            limit = std::max(2.0, kOutlier * spreadOf(residuals()));
        }
    }

    /// Grey minus paper, for each pixel.
    [[nodiscard]] std::vector<float> residuals() const {
        std::vector<float> result;
        result.reserve(m_map.values.size());
        for (int y = 0; y < m_map.height; ++y)
            for (int x = 0; x < m_map.width; ++x)
                result.push_back(static_cast<float>(residual(x, y)));
        return result;
    }

private:
    static constexpr double kOutlier = 2.5; // standard deviations

    [[nodiscard]] Terms termsAt(int x, int y) const {
        const double u = 2.0 * x / m_map.width - 1;
        const double v = 2.0 * y / m_map.height - 1;
        return {1, u, v, u * u, u * v, v * v};
    }

    [[nodiscard]] double residual(int x, int y) const {
        const auto terms = termsAt(x, y);
        double paper = 0;
        for (std::size_t i = 0; i < kTerms; ++i)
            paper += m_factors[i] * terms[i];
        return double(m_map.at(x, y)) - paper;
    }

    /// Least squares over the pixels within `limit` of the surface so far.
    void fit(double limit) {
        std::array<Terms, kTerms> matrix{};
        Terms right{};
        for (int y = 0; y < m_map.height; ++y) {
            for (int x = 0; x < m_map.width; ++x) {
                if (std::abs(residual(x, y)) > limit)
                    continue;
                const auto terms = termsAt(x, y);
                for (std::size_t i = 0; i < kTerms; ++i) {
                    for (std::size_t j = 0; j < kTerms; ++j)
                        matrix[i][j] += terms[i] * terms[j];
                    right[i] += terms[i] * double(m_map.at(x, y));
                }
            }
        }
        solve(matrix, right);
    }

    /// Gaussian elimination; a little is added to the diagonal so that it has a solution always.
    void solve(std::array<Terms, kTerms>& matrix, Terms& right) {
        for (std::size_t i = 0; i < kTerms; ++i)
            matrix[i][i] += 1e-6 * (1 + matrix[i][i]);
        for (std::size_t pivot = 0; pivot < kTerms; ++pivot) {
            for (std::size_t row = pivot + 1; row < kTerms; ++row) {
                const double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (std::size_t column = pivot; column < kTerms; ++column)
                    matrix[row][column] -= factor * matrix[pivot][column];
                right[row] -= factor * right[pivot];
            }
        }
        for (std::size_t row = kTerms; row-- > 0;) {
            double rest = right[row];
            for (std::size_t column = row + 1; column < kTerms; ++column)
                rest -= matrix[row][column] * m_factors[column];
            m_factors[row] = rest / matrix[row][row];
        }
    }

    const PixelMap& m_map;
    Terms m_factors{};
};

/// Ink is what lies far from the paper, so it has the longer tail.
bool inkIsDarker(const std::vector<float>& residuals) {
    double cubes = 0;
    for (const auto residual : residuals)
        cubes += std::pow(double(residual), 3);
    return cubes < 0;
}

} // namespace

double medianOf(std::vector<float> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return double(*middle);
}

double spreadOf(const std::vector<float>& values) {
    const auto median = static_cast<float>(medianOf(values));
    std::vector<float> distances;
    distances.reserve(values.size());
    for (const auto value : values)
        distances.push_back(std::abs(value - median));
    return 1.4826 * medianOf(std::move(distances));
}

void removePaper(PixelMap& grey) {
    if (const auto paper = levelPaper(grey)) {
        for (auto& value : grey.values)
            value = static_cast<float>(paper->light ? paper->level - double(value)
                                                    : double(value) - paper->level);
        return;
    }
    auto residuals = Slope(grey).residuals();
    if (inkIsDarker(residuals))
        for (auto& residual : residuals)
            residual = -residual;
    grey.values = std::move(residuals);
}

} // namespace digitlab
