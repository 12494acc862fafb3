// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

namespace digitlab::bench {

/// Measured values, in the order in which they came.
class Sample {
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

    /// The value that a share of all (0 … 1) does not exceed; 0 where there is none.
    [[nodiscard]] double quantile(double share) const {
        if (m_values.empty()) {
            return 0;
        }
        std::vector<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const double place = share * static_cast<double>(sorted.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, sorted.size() - 1);
        const double part = place - static_cast<double>(below);
        return sorted[below] + part * (sorted[above] - sorted[below]);
    }
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double lowest() const { return quantile(0); }
    [[nodiscard]] double highest() const { return quantile(1); }

    [[nodiscard]] nlohmann::ordered_json json() const {
        return {{"count", count()},
                {"min", lowest()},
                {"p50", median()},
                {"p99", quantile(0.99)},
                {"max", highest()}};
    }

private:
    std::vector<double> m_values;
};

} // namespace digitlab::bench
