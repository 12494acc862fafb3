// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace digitlab {

/// The handle by which another thread pauses, steps and stops one run. Make a fresh one for each.
class RunControl {
public:
    void requestStop() { m_stop.request_stop(); }
    [[nodiscard]] bool stopRequested() const { return m_stop.stop_requested(); }

    void pause();
    void resume();
    /// Lets a paused run do one more batch.
    void stepOnce();

    /// Called by the run before each batch: blocks while it is paused, and returns at once when a
    /// stop is requested.
    void waitWhilePaused();
    /// True where waitWhilePaused() would block: time to show what was done so far.
    [[nodiscard]] bool wouldWait() const;

private:
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_paused = false;
    int m_steps = 0; ///< batches that may pass although paused
};

} // namespace digitlab
