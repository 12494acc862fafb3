// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/flow_layout.h"

#include "ui/theme.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace digitlab {

namespace {

constexpr int kMargin = 2 * kGrid;
constexpr int kTop = 12;
constexpr int kSmallestTile = 12;
constexpr int kLargestTile = 96;
constexpr int kEasyTile = 30; ///< tiles as large as this leave room for long headings
constexpr int kLargestUnit = 12;
constexpr int kWidestSpace = 44;

/// What is narrower where space is scarce.
struct Measures {
    int chevronSpace;
    int answerWidth;
    int unitsWidth; ///< about so wide is a column of units
    int inputScale; ///< pixels for one of the 28
};
constexpr Measures kEasy{26, 76, 88, 3};
constexpr Measures kTight{12, 60, 48, 2};

int gapOf(int tile) {
    return tile >= 32 ? 4 : tile >= 20 ? 3 : 2;
}

/// The tile of each stage.
using TileSizes = std::vector<int>;

class Attempt {
public:
    Attempt(const std::vector<FlowStage>& flow, int height, const QFont& headingFont)
        : m_flow(flow)
        , m_metrics(headingFont)
        , m_line(m_metrics.height())
        , m_height(std::max(kSmallestTile, height - kTop - 2 * m_line - kGrid - kTop)) {}

    FlowLayout with(const TileSizes& sizes, bool tight) const {
        const Measures& measures = tight ? kTight : kEasy;
        FlowLayout layout;
        layout.shortHeadings = tight;
        int x = kMargin;
        for (std::size_t i = 0; i < m_flow.size(); ++i) {
            const FlowStage& stage = m_flow[i];
            FlowColumn column;
            column.tiles = tilesOf(stage, sizes[i], measures);
            column.tiles.origin = {x, kTop + 2 * m_line + kGrid};
            column.content = {column.tiles.origin, stage.kind == FlowStage::Kind::Answer
                                                       ? QSize(measures.answerWidth, m_height)
                                                       : column.tiles.size()};
            const int width = std::max({column.content.width(),
                                        textWidth(tight ? stage.shortHeading : stage.heading),
                                        textWidth(QString::fromStdString(stage.shape.text()))});
            column.heading = {x, kTop, width, m_line};
            column.shape = {x, kTop + m_line, width, m_line};
            layout.columns.push_back(column);
            x += width + measures.chevronSpace;
        }
        layout.width = x - measures.chevronSpace + kMargin;
        return layout;
    }

private:
    [[nodiscard]] int textWidth(const QString& text) const {
        return m_metrics.horizontalAdvance(text) + 2;
    }

    [[nodiscard]] TileGrid tilesOf(const FlowStage& stage, int tile,
                                   const Measures& measures) const {
        const int count = stage.shape.channels;
        switch (stage.kind) {
        case FlowStage::Kind::Maps:
            return TileGrid::fit(count, tile, gapOf(tile), m_height);
        case FlowStage::Kind::Units: {
            const double cell = std::sqrt(1.0 * measures.unitsWidth * m_height / count);
            return TileGrid::fit(count, std::clamp(static_cast<int>(cell), 1, kLargestUnit), 0,
                                 m_height);
        }
        case FlowStage::Kind::Input: // whole multiples of 28 keep all of its pixels alike
            return {{}, 1, 1, measures.inputScale * stage.shape.width, 0};
        case FlowStage::Kind::Answer:
            break;
        }
        return {};
    }

    const std::vector<FlowStage>& m_flow;
    QFontMetrics m_metrics;
    int m_line;
    int m_height; ///< of the content
};

/// Where tiles of one size leave space over, lets those of some stages grow, the smallest first. A
/// pool grows together with the convolution before it.
void grow(const Attempt& attempt, const std::vector<FlowStage>& flow, TileSizes& sizes, int width) {
    std::vector<bool> done(flow.size());
    for (std::size_t i = 0; i < flow.size(); ++i) {
        done[i] = flow[i].kind != FlowStage::Kind::Maps;
    }
    while (std::find(done.begin(), done.end(), false) != done.end()) {
        std::size_t first = flow.size();
        for (std::size_t i = 0; i < flow.size(); ++i) {
            if (!done[i] && (first == flow.size() || sizes[i] < sizes[first])) {
                first = i;
            }
        }
        std::size_t end = first + 1;
        while (end < flow.size() && !done[end] &&
               flow[end].shape.channels == flow[first].shape.channels) {
            ++end;
        }
        TileSizes larger = sizes;
        std::for_each(larger.begin() + static_cast<std::ptrdiff_t>(first),
                      larger.begin() + static_cast<std::ptrdiff_t>(end), [](int& size) { ++size; });
        if (larger[first] <= kLargestTile && attempt.with(larger, true).width <= width) {
            sizes = larger;
        } else {
            std::fill(done.begin() + static_cast<std::ptrdiff_t>(first),
                      done.begin() + static_cast<std::ptrdiff_t>(end), true);
        }
    }
}

/// Gives the chevrons what is left over, up to a limit.
void spread(FlowLayout& layout, int width) {
    const int gaps = static_cast<int>(layout.columns.size()) - 1;
    if (gaps <= 0) {
        return;
    }
    const int extra =
        std::clamp((width - layout.width) / gaps, 0, kWidestSpace - kEasy.chevronSpace);
    for (int i = 1; i <= gaps; ++i) {
        FlowColumn& column = layout.columns[static_cast<std::size_t>(i)];
        for (QRect* rect : {&column.heading, &column.shape, &column.content}) {
            rect->translate(i * extra, 0);
        }
        column.tiles.origin.rx() += i * extra;
    }
    layout.width += gaps * extra;
}

} // namespace

FlowLayout layOutFlow(const std::vector<FlowStage>& flow, QSize space, const QFont& headingFont) {
    const Attempt attempt(flow, space.height(), headingFont);
    TileSizes sizes(flow.size(), kLargestTile);
    FlowLayout layout;
    for (int tile = kLargestTile; tile >= kSmallestTile; --tile) {
        std::fill(sizes.begin(), sizes.end(), tile);
        layout = attempt.with(sizes, tile < kEasyTile);
        if (layout.width <= space.width()) {
            break;
        }
    }
    if (layout.shortHeadings) {
        grow(attempt, flow, sizes, space.width());
        layout = attempt.with(sizes, true);
    }
    spread(layout, space.width());
    return layout;
}

int smallestFlowWidth(const std::vector<FlowStage>& flow, int height, const QFont& headingFont) {
    return Attempt(flow, height, headingFont)
        .with(TileSizes(flow.size(), kSmallestTile), true)
        .width;
}

} // namespace digitlab
