// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace digitlab {

/// An exponential moving average that is fair from its first value on (as TensorBoard's): the
/// average is divided by the weight that its values have in all, so it does not start at zero.
class Smoother {
public:
    /// `weight` of what came before, 0 (no smoothing) … below 1.
    explicit Smoother(double weight)
        : m_weight(weight) {}

    /// The average after one more value. A value that is not finite is passed through and
    /// forgotten.
    double add(double value);

private:
    double m_weight;
    double m_sum = 0;
    double m_remaining = 1; ///< weight^n: what is missing from the sum of all weights
};

} // namespace digitlab
