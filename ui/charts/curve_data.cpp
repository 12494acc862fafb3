// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curve_data.h"

#include <algorithm>
#include <cmath>

namespace digitlab {

void CurveData::append(double x, double y) {
    if (!std::isfinite(y)) {
        return;
    }
    const auto index = static_cast<std::uint32_t>(m_x.size());
    m_x.push_back(x);
    m_y.push_back(y);
    // Each level is fed by two complete entries of the one below, so a point costs two steps on
    // average.
    Extremes pair{index, index};
    std::size_t count = m_x.size();
    for (std::size_t level = 0; count % 2 == 0; ++level, count /= 2) {
        if (level == m_levels.size()) {
            m_levels.emplace_back();
        }
        const Extremes before =
            level == 0 ? Extremes{index - 1, index - 1} : m_levels[level - 1].end()[-2];
        pair = join(before, pair);
        m_levels[level].push_back(pair);
    }
}

void CurveData::clear() {
    m_x.clear();
    m_y.clear();
    m_levels.clear();
}

CurvePoint CurveData::nearest(double x) const {
    const auto after = std::lower_bound(m_x.begin(), m_x.end(), x);
    auto index = static_cast<std::size_t>(after - m_x.begin());
    if (index == m_x.size() || (index > 0 && x - m_x[index - 1] <= m_x[index] - x)) {
        --index;
    }
    return at(index);
}

std::vector<CurvePoint> CurveData::sample(double from, double to, std::size_t count) const {
    auto first =
        static_cast<std::size_t>(std::lower_bound(m_x.begin(), m_x.end(), from) - m_x.begin());
    auto end = static_cast<std::size_t>(std::upper_bound(m_x.begin(), m_x.end(), to) - m_x.begin());
    first -= first > 0 ? 1 : 0;
    end += end < size() ? 1 : 0;

    std::vector<CurvePoint> result;
    if (first >= end) {
        return result;
    }
    if (end - first <= count) {
        result.reserve(end - first);
        for (std::size_t i = first; i < end; ++i) {
            result.push_back(at(i));
        }
        return result;
    }
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && ((end - first) >> (level + 1)) > count / 2) {
        ++level;
    }
    const std::size_t width = std::size_t{2} << level;
    const std::size_t complete = std::min((end + width - 1) / width, m_levels[level].size());
    result.reserve(2 * ((end - first) / width + 3));
    for (std::size_t i = first / width; i < complete; ++i) {
        collect(result, m_levels[level][i]);
    }
    const std::size_t rest = std::max(first, complete * width);
    if (rest < end) {
        collect(result, scan(rest, end));
    }
    // The curve ends where its data does, not at the last extreme.
    if (result.back().x < m_x[end - 1]) {
        result.push_back(at(end - 1));
    }
    return result;
}

CurveData::Extremes CurveData::join(Extremes a, Extremes b) const {
    return {m_y[b.low] < m_y[a.low] ? b.low : a.low, m_y[b.high] > m_y[a.high] ? b.high : a.high};
}

CurveData::Extremes CurveData::scan(std::size_t first, std::size_t end) const {
    auto index = static_cast<std::uint32_t>(first);
    Extremes result{index, index};
    while (++index < end) {
        result = join(result, {index, index});
    }
    return result;
}

void CurveData::collect(std::vector<CurvePoint>& to, Extremes extremes) const {
    const auto [first, second] = std::minmax(extremes.low, extremes.high);
    to.push_back(at(first));
    if (second != first) {
        to.push_back(at(second));
    }
}

} // namespace digitlab
