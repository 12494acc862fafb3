// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_step.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace digitlab {
namespace {

/// The smallest rate above 0 that stepping reaches.
constexpr double kSmallestRate = 1e-6;

/// Without the noise that a computed number has in its last digits.
double tidy(double value) {
    if (value == 0) {
        return 0;
    }
    const double unit = std::pow(10.0, 6 - std::floor(std::log10(std::abs(value))));
    return std::round(value * unit) / unit;
}

/// The next of …, 1, 2, 5, 10, 20, … above (or below) `value`.
double nextRate(double value, bool up) {
    if (value <= kSmallestRate * (1 + 1e-9) && !up) {
        return 0;
    }
    if (value <= 0) {
        return kSmallestRate;
    }
    const double decade = std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    const double mantissa = value / decade;
    if (up) {
        for (const double next : {2.0, 5.0, 10.0}) {
            if (next > mantissa * (1 + 1e-9)) {
                return tidy(next * decade);
            }
        }
    }
    for (const double next : {5.0, 2.0, 1.0}) {
        if (next < mantissa * (1 - 1e-9)) {
            return tidy(next * decade);
        }
    }
    return tidy(decade / 2);
}

double nextPowerOfTwo(double value, bool up) {
    const double exponent = std::log2(std::max(value, 1.0));
    return std::exp2(up ? std::floor(exponent + 1e-9) + 1 : std::ceil(exponent - 1e-9) - 1);
}

/// A round amount that suits the number: 1 for 64, 1,000 for 60,000.
double integerStep(double value) {
    return std::max(1.0, std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))) - 1));
}

/// A fiftieth to a twentieth of the range, as a round number.
double realStep(const Field& field) {
    const double wanted = (field.maximum - field.minimum) / 50;
    const double decade = std::pow(10.0, std::floor(std::log10(wanted)));
    return wanted / decade < 5 ? decade : 5 * decade;
}

double once(const Field& field, double value, bool up) {
    if (field.key == "learning_rate" || field.key == "weight_decay") {
        return nextRate(value, up);
    }
    if (field.key == "batch_size") {
        return nextPowerOfTwo(value, up);
    }
    const double step =
        field.kind == FieldKind::Integer ? integerStep(up ? value : value - 1) : realStep(field);
    return tidy(value + (up ? step : -step));
}

} // namespace

double stepped(const Field& field, double value, int steps) {
    for (int i = 0; i < std::abs(steps); ++i) {
        value = std::clamp(once(field, value, steps > 0), field.minimum, field.maximum);
    }
    return value;
}

} // namespace digitlab
