// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/watched_application.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

namespace digitlab::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostKept = 12;
constexpr double kSlow = 2; ///< milliseconds; quicker events are counted but not named

double threadCpuMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

std::string describe(QEvent::Type type, const char* className, const QString& object) {
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    std::string text = (name ? name : "event " + std::to_string(type)) + " → " + className;
    return object.isEmpty() ? text : text + " \"" + object.toStdString() + '"';
}

} // namespace

void WatchedApplication::startWatching() {
    m_wall = {};
    m_cpu = {};
    m_slowest.clear();
    m_own.clear();
    m_watching = true;
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    ++m_depth;
    const bool result =
        m_watching ? deliverWatched(receiver, event) : QApplication::notify(receiver, event);
    --m_depth;
    if (m_depth == 0 && m_afterEvent) {
        m_afterEvent();
    }
    return result;
}

bool WatchedApplication::deliverWatched(QObject* receiver, QEvent* event) {
    // Taken before: the receiver may be gone after.
    const QEvent::Type type = event->type();
    const char* className = receiver->metaObject()->className();
    const QString object = receiver->objectName();
    SlowEvent slowestSibling = std::exchange(m_inner, {});

    const double innerCpuBefore = std::exchange(m_innerCpu, 0);
    const double cpuBefore = threadCpuMilliseconds();
    const auto before = Clock::now();
    const bool result = QApplication::notify(receiver, event);
    SlowEvent own;
    own.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - before).count();
    own.cpuMilliseconds = threadCpuMilliseconds() - cpuBefore;

    m_own[describe(type, className, {})] += own.cpuMilliseconds - m_innerCpu;
    m_innerCpu = innerCpuBefore + own.cpuMilliseconds;
    if (own.milliseconds >= kSlow) {
        own.path = std::move(m_inner.path);
        own.path.insert(own.path.begin(), describe(type, className, object));
    }
    if (m_depth == 1) {
        m_wall.add(own.milliseconds);
        m_cpu.add(own.cpuMilliseconds);
        keepIfSlow(std::move(own));
        m_inner = {};
    } else {
        m_inner = own.milliseconds > slowestSibling.milliseconds ? std::move(own)
                                                                 : std::move(slowestSibling);
    }
    return result;
}

void WatchedApplication::keepIfSlow(SlowEvent event) {
    if (event.path.empty()) {
        return;
    }
    const auto place = std::upper_bound(m_slowest.begin(), m_slowest.end(), event,
                                        [](const SlowEvent& a, const SlowEvent& b) {
                                            return a.cpuMilliseconds > b.cpuMilliseconds;
                                        });
    m_slowest.insert(place, std::move(event));
    if (m_slowest.size() > kMostKept) {
        m_slowest.pop_back();
    }
}

} // namespace digitlab::bench
