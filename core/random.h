// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace digitlab {

/// Random numbers that only their keys decide (SplitMix64, Steele et al. 2014): whoever has the
/// keys (seed, epoch, position…) draws the same numbers, whatever was drawn elsewhere, in whatever
/// thread or order. A few nanoseconds to make, so each image can have one of its own.
class Random {
public:
    Random(std::initializer_list<std::uint64_t> keys) {
        for (const std::uint64_t key : keys) {
            m_state = mixed(m_state ^ key) + kStep;
        }
    }

    std::uint64_t next() {
        m_state += kStep;
        return mixed(m_state);
    }

    /// From 0 up to, and without, 1.
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// From -1 to 1.
    double symmetric() { return 2 * uniform() - 1; }

    /// Nearly normal with mean 0 and deviation 1, and never beyond ±3.5: the sum of four uniform
    /// numbers (Irwin and Hall).
    double normal() {
        const std::uint64_t bits = next();
        const std::uint64_t sum =
            (bits & 0xffffU) + (bits >> 16U & 0xffffU) + (bits >> 32U & 0xffffU) + (bits >> 48U);
        constexpr double kRootOfThree = 1.7320508075688772;
        return (static_cast<double>(sum) / 65535 - 2) * kRootOfThree;
    }

    /// One of 0 … count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    bool chance(double probability) { return uniform() < probability; }

private:
    static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;

    static std::uint64_t mixed(std::uint64_t value) {
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
        return value ^ (value >> 31U);
    }

    std::uint64_t m_state = kStep;
};

} // namespace digitlab
