// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_control.h"

namespace digitlab {

void RunControl::pause() {
    const std::lock_guard lock(m_mutex);
    m_paused = true;
    m_steps = 0;
}

void RunControl::resume() {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

void RunControl::stepOnce() {
    {
        const std::lock_guard lock(m_mutex);
        ++m_steps;
    }
    m_changed.notify_all();
}

void RunControl::waitWhilePaused() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, m_stop.get_token(), [this] { return !m_paused || m_steps > 0; });
    if (m_paused && m_steps > 0) {
        --m_steps;
    }
}

bool RunControl::wouldWait() const {
    const std::lock_guard lock(m_mutex);
    return m_paused && m_steps == 0 && !m_stop.stop_requested();
}

} // namespace digitlab
