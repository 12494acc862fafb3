// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/augmenter.h"

#include "core/engine/random.h"
#include "core/ink/digit_image.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numbers>

namespace digitlab {

namespace {

/// Where in the old image a pixel of the new one comes from: two rows of three numbers, for
/// coordinates from -1 to 1 with (0, 0) in the middle. `draws` are five numbers from -1 to 1.
void writeSourceMatrix(const Augmentation& limits, const float* draws, float* matrix) {
    constexpr double kRadians = std::numbers::pi / 180;
    const double angle = draws[0] * limits.rotation * kRadians;
    const double slant = std::tan(draws[1] * limits.shear * kRadians);
    const double zoom = 1 + draws[2] * limits.scale / 100;
    const double pixels = 2.0 / kDigitSide; // one pixel in such coordinates
    const double cosine = std::cos(angle) / zoom;
    const double sine = std::sin(angle) / zoom;
    // The inverse of "zoom, then rotate", then the slant: x gains slant × y.
    const double rows[6] = {cosine + slant * sine,
                            slant * cosine - sine,
                            draws[3] * limits.shift * pixels,
                            sine,
                            cosine,
                            draws[4] * limits.shift * pixels};
    std::copy(std::begin(rows), std::end(rows), matrix);
}

} // namespace

Augmenter::Augmenter(const Augmentation& limits, std::int64_t seed)
    : m_limits(limits)
    , m_generator(makeGenerator(seed, RandomStream::Augmentation)) {}

at::Tensor Augmenter::apply(const at::Tensor& pixels) {
    if (!m_limits.any()) {
        return pixels;
    }
    const std::int64_t count = pixels.size(0);
    const at::Tensor draws = at::empty({count, 5}).uniform_(-1, 1, m_generator);
    const at::Tensor matrices = at::empty({count, 2, 3});
    for (std::int64_t i = 0; i < count; ++i) {
        writeSourceMatrix(m_limits, draws.data_ptr<float>() + 5 * i,
                          matrices.data_ptr<float>() + 6 * i);
    }
    const at::Tensor grid =
        at::affine_grid_generator(matrices.to(pixels.device()), pixels.sizes(), false);
    // Bilinear; outside the image is paper.
    return at::grid_sampler_2d(pixels.to(at::kFloat), grid, 0, 0, false);
}

} // namespace digitlab
