// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/smoothing.h"

#include <cmath>

namespace digitlab {

double Smoother::add(double value) {
    if (!std::isfinite(value)) {
        return value;
    }
    m_sum = m_weight * m_sum + (1 - m_weight) * value;
    m_remaining *= m_weight;
    return m_sum / (1 - m_remaining);
}

} // namespace digitlab
