// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pace.h"

#include <utility>

namespace digitlab {

Pace::Pace(int milliseconds, std::function<void()> act)
    : m_act(std::move(act)) {
    m_interval.setSingleShot(true);
    m_interval.setInterval(milliseconds);
    QObject::connect(&m_interval, &QTimer::timeout, &m_interval, [this] {
        if (m_isWanted) {
            carryOut();
        }
    });
}

void Pace::request() {
    m_isWanted = true;
    if (!m_interval.isActive()) {
        carryOut();
    }
}

void Pace::carryOut() {
    m_isWanted = false;
    m_interval.start();
    m_act();
}

} // namespace digitlab
