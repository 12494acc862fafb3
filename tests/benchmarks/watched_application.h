// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/statistics.h"

#include <QApplication>
#include <QEvent>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace digitlab::bench {

/// One event, and the slowest of those that were delivered meanwhile.
struct SlowEvent {
    double milliseconds = 0;
    double cpuMilliseconds = 0;    ///< that the thread itself worked
    std::vector<std::string> path; ///< "event → receiver", from the outermost inwards
};

/// An application that takes the time of each event that it delivers in its own thread.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    /// From now on events count.
    void startWatching();
    void stopWatching() { m_watching = false; }

    [[nodiscard]] const Sample& milliseconds() const { return m_wall; }
    [[nodiscard]] const Sample& cpuMilliseconds() const { return m_cpu; }
    /// The slowest events, the worst first.
    [[nodiscard]] const std::vector<SlowEvent>& slowest() const { return m_slowest; }

    /// Processor time in milliseconds of each kind of event ("event → receiver's class"), without
    /// that of the events which it delivered in turn.
    [[nodiscard]] const std::map<std::string, double>& ownMilliseconds() const { return m_own; }

    /// Called after each event that was not delivered from within another one.
    void setAfterEvent(std::function<void()> call) { m_afterEvent = std::move(call); }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    bool deliverWatched(QObject* receiver, QEvent* event);
    void keepIfSlow(SlowEvent event);

    bool m_watching = false;
    int m_depth = 0;
    Sample m_wall;
    Sample m_cpu;
    std::vector<SlowEvent> m_slowest;
    std::map<std::string, double> m_own;
    double m_innerCpu = 0; ///< of the events within the one under way
    SlowEvent m_inner;     ///< the slowest so far of those within the event under way
    std::function<void()> m_afterEvent;
};

} // namespace digitlab::bench
