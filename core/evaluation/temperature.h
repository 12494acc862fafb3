// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace digitlab {

/// What a network puts out for one image, before the softmax.
using Logits = std::array<float, 10>;

/// The temperatures that fitTemperature() chooses from. No network that learned something needs
/// another; a few images that are all read right would ask for 0.
inline constexpr double kMinTemperature = 0.25;
inline constexpr double kMaxTemperature = 8;

/// The temperature T with which softmax(logits / T) tells best how likely each digit is: that of
/// the least cross entropy (Guo et al. 2017). The two are equally long; 1 where they are empty.
double fitTemperature(std::span<const Logits> logits, std::span<const std::uint8_t> labels);

} // namespace digitlab
