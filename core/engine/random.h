// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/CPUGeneratorImpl.h>

#include <cstdint>

namespace digitlab {

/// What random numbers are drawn for. Each has a sequence of its own, so that (say) dropout does
/// not change the first weights.
enum class RandomStream : std::uint64_t { Weights = 1, Dropout, Detector };

/// A generator that only the seed decides and that nobody else draws from; LibTorch's default one
/// is shared by all threads.
inline at::Generator makeGenerator(std::int64_t seed, RandomStream stream) {
    // SplitMix64 (Steele et al. 2014): near seeds give unlike numbers.
    std::uint64_t mixed =
        static_cast<std::uint64_t>(seed) + static_cast<std::uint64_t>(stream) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    return at::detail::createCPUGenerator(mixed);
}

} // namespace digitlab
