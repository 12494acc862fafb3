// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace digitlab {

/// Calls `interrupted`, in a thread of its own, when the person presses Ctrl-C, the process is
/// asked to end or its terminal goes away, instead of ending the process at once. A second time
/// ends it. Make it before any other thread: only threads made later leave the signals to it.
/// Where nobody reads what is printed any more, printing fails instead of ending the process.
class InterruptWatcher {
public:
    explicit InterruptWatcher(std::function<void()> interrupted);

    [[nodiscard]] bool wasInterrupted() const { return m_interrupted; }

private:
    void watch(const std::stop_token& stop);

    std::function<void()> m_call;
    std::atomic<bool> m_interrupted = false;
    std::jthread m_thread; // last: it ends before what it uses
};

} // namespace digitlab
