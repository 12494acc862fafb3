// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include "app/cli/commands.h"

#include <csignal>
#include <ctime>

#include <pthread.h>
#include <unistd.h>

namespace digitlab {

namespace {

/// True under nohup, which asks to outlive the terminal.
bool outlivesTerminal() {
    struct sigaction action {};
    return sigaction(SIGHUP, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t watchedSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (!outlivesTerminal()) {
        sigaddset(&signals, SIGHUP);
    }
    return signals;
}

} // namespace

InterruptWatcher::InterruptWatcher(std::function<void()> interrupted)
    : m_call(std::move(interrupted)) {
    const sigset_t signals = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    m_thread = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

void InterruptWatcher::watch(const std::stop_token& stop) {
    const sigset_t signals = watchedSignals();
    const timespec tick{.tv_sec = 0, .tv_nsec = 50'000'000};
    while (!stop.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &tick) < 0) {
            continue;
        }
        if (m_interrupted.exchange(true)) {
            _exit(kExitInterrupted);
        }
        m_call();
    }
}

} // namespace digitlab
