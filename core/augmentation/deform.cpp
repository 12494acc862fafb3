// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/deform.h"

#include "core/augmentation/elastic_field.h"
#include "core/augmentation/stroke_width.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace digitlab {
namespace {

constexpr std::size_t kSide = kDigitSide;
constexpr float kMiddle = (kDigitSide - 1) / 2.0F;

/// Where in the old image each pixel of the new one comes from.
struct Sources {
    PixelField x;
    PixelField y;
};

Sources affineSources(const Augmentation& limits, Random& random) {
    constexpr double kRadians = std::numbers::pi / 180;
    const double angle = random.symmetric() * limits.rotation * kRadians;
    const double slant = std::tan(random.symmetric() * limits.shear * kRadians);
    const double zoom = 1 + random.symmetric() * limits.scale / 100;
    const double right = random.symmetric() * limits.shift;
    const double down = random.symmetric() * limits.shift;
    // The inverse of "zoom, then rotate", then the slant: x gains slant × y.
    const double cosine = std::cos(angle) / zoom;
    const double sine = std::sin(angle) / zoom;
    const auto xx = static_cast<float>(cosine + slant * sine);
    const auto xy = static_cast<float>(slant * cosine - sine);
    const auto yx = static_cast<float>(sine);
    const auto yy = static_cast<float>(cosine);
    const auto x0 = static_cast<float>(right) + kMiddle;
    const auto y0 = static_cast<float>(down) + kMiddle;
    Sources sources{};
    for (std::size_t row = 0; row < kSide; ++row) {
        const float y = static_cast<float>(row) - kMiddle;
        for (std::size_t column = 0; column < kSide; ++column) {
            const float x = static_cast<float>(column) - kMiddle;
            sources.x[row * kSide + column] = x0 + xx * x + xy * y;
            sources.y[row * kSide + column] = y0 + yx * x + yy * y;
        }
    }
    return sources;
}

void add(PixelField& to, const PixelField& field) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i] += field[i];
    }
}

/// The image with paper around it, so that no pixel's neighbours lie outside.
class Sheet {
public:
    explicit Sheet(const DigitImage& image) {
        for (std::size_t y = 0; y < kSide; ++y) {
            std::copy_n(&image[y * kSide], kSide, &m_values[(y + 1) * kStride + 1]);
        }
    }

    [[nodiscard]] float at(float x, float y) const {
        // One pixel outside all is paper; farther out it is the same.
        const float right = std::clamp(x + 1, 0.F, kSide + 1.F);
        const float down = std::clamp(y + 1, 0.F, kSide + 1.F);
        const int column = static_cast<int>(right);
        const int row = static_cast<int>(down);
        const float across = right - static_cast<float>(column);
        const float along = down - static_cast<float>(row);
        const float* above =
            &m_values[static_cast<std::size_t>(row) * kStride + static_cast<std::size_t>(column)];
        const float* below = above + kStride;
        const float top = above[0] + across * (above[1] - above[0]);
        const float bottom = below[0] + across * (below[1] - below[0]);
        return top + along * (bottom - top);
    }

private:
    static constexpr std::size_t kStride = 32;
    std::array<float, (kSide + 3) * kStride> m_values{};
};

/// Each pixel from where it comes from, with the brightest one as bright as is wanted.
DigitImage sampled(const DigitImage& image, const Sources& sources, float wanted) {
    const Sheet sheet(image);
    PixelField values;
    float brightest = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = sheet.at(sources.x[i], sources.y[i]);
        brightest = std::max(brightest, values[i]);
    }
    const float gain = brightest > 0 ? wanted / brightest : 0;
    DigitImage result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        result[i] = static_cast<std::uint8_t>(std::lrint(values[i] * gain));
    }
    return result;
}

} // namespace

DigitImage deformed(const DigitImage& image, const Augmentation& limits, Random& random) {
    if (!limits.any()) {
        return image;
    }
    // All is drawn in one order whatever the limits, so that changing one changes nothing else.
    const double wider = random.symmetric() * limits.strokeWidth;
    Sources sources = affineSources(limits, random);
    if (limits.elastic > 0) {
        add(sources.x, elasticField(limits.elastic, random));
        add(sources.y, elasticField(limits.elastic, random));
    }
    // Erosion and interpolation pale thin strokes. As in MNIST the brightest pixel stays bright.
    const float brightest = *std::ranges::max_element(image);
    return sampled(withStrokeWidth(image, wider), sources, brightest);
}

} // namespace digitlab
