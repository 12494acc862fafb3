// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/tile_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace digitlab {

namespace {

/// For each device pixel of a tile the number under it.
std::vector<std::size_t> sourceIndices(int pixels, int numbers) {
    std::vector<std::size_t> indices(static_cast<std::size_t>(std::max(0, pixels)));
    for (std::size_t i = 0; i < indices.size(); ++i) {
        indices[i] = i * static_cast<std::size_t>(numbers) / indices.size();
    }
    return indices;
}

void paintTile(QImage& image, QPoint corner, std::span<const QRgb> colors, std::size_t width,
               const std::vector<std::size_t>& columns, const std::vector<std::size_t>& rows) {
    const QRgb* above = nullptr;
    for (std::size_t y = 0; y < rows.size(); ++y) {
        auto* line =
            reinterpret_cast<QRgb*>(image.scanLine(corner.y() + static_cast<int>(y))) + corner.x();
        if (y > 0 && rows[y] == rows[y - 1]) {
            std::copy(above, above + columns.size(), line);
        } else {
            const QRgb* row = colors.data() + rows[y] * width;
            std::transform(columns.begin(), columns.end(), line,
                           [row](std::size_t column) { return row[column]; });
        }
        above = line;
    }
}

} // namespace

ValueRange ValueRange::of(std::span<const float> values) {
    if (values.empty()) {
        return {};
    }
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high};
}

ValueRange ValueRange::symmetric() const {
    const float reach = std::max(std::abs(low), std::abs(high));
    return {-reach, reach};
}

ValueRange ValueRange::withZero() const {
    return {std::min(low, 0.0F), std::max(high, 0.0F)};
}

QImage tilePicture(std::span<const float> values, const Shape& shape, const TileGrid& grid,
                   ValueRange range, ColorMap map, double ratio) {
    const auto device = [ratio](int length) {
        return static_cast<int>(std::lround(length * ratio));
    };
    QImage image(device(grid.size().width()), device(grid.size().height()),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);

    const std::vector<std::size_t> columns = sourceIndices(device(grid.tile), shape.width);
    const std::vector<std::size_t> rows = sourceIndices(device(grid.tile), shape.height);
    const auto width = static_cast<std::size_t>(shape.width);
    const std::size_t mapSize = width * static_cast<std::size_t>(shape.height);
    std::vector<QRgb> colors(mapSize);
    const auto table = colorTable(map);
    const float scale = range.high > range.low ? 255.0F / (range.high - range.low) : 0.0F;
    const auto colorOf = [&](float value) {
        const float place = (value - range.low) * scale + 0.5F;
        // Written so that what is no number is taken for the lowest.
        return table[place > 0.0F ? static_cast<std::size_t>(std::min(place, 255.0F)) : 0];
    };
    for (int channel = 0; channel < grid.count; ++channel) {
        const auto numbers = values.subspan(static_cast<std::size_t>(channel) * mapSize, mapSize);
        std::transform(numbers.begin(), numbers.end(), colors.begin(), colorOf);
        const QPoint place = grid.tileRect(channel).topLeft() - grid.origin;
        const QPoint corner(std::min(device(place.x()), image.width() - device(grid.tile)),
                            std::min(device(place.y()), image.height() - device(grid.tile)));
        paintTile(image, corner, colors, width, columns, rows);
    }
    return image;
}

} // namespace digitlab
