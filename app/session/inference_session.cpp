// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/inference_session.h"

#include "core/error.h"
#include "core/ink/side_by_side.h"

#include <chrono>

namespace digitlab {

namespace {

/// Ink that comes just after a reading began waits so long: less than a frame of a quick screen.
/// More answers than that would only keep the GUI thread busy.
constexpr auto kShortestInterval = std::chrono::milliseconds(8);

} // namespace

InferenceSession::InferenceSession(QObject* parent)
    : QObject(parent)
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {}

InferenceSession::~InferenceSession() = default;

void InferenceSession::read(Drawing drawing) {
    {
        const std::lock_guard lock(m_mutex);
        m_drawing = std::move(drawing);
        m_pending = true;
        ++m_request;
    }
    m_changed.notify_one();
}

void InferenceSession::forget() {
    const std::lock_guard lock(m_mutex);
    m_drawing = {};
    m_pending = false;
    m_oldestWanted = m_request + 1;
}

void InferenceSession::setClassifier(std::shared_ptr<const Classifier> classifier) {
    {
        const std::lock_guard lock(m_mutex);
        m_classifier = std::move(classifier);
        m_pending = !m_drawing.ink.empty() || m_drawing.picture != nullptr;
    }
    m_changed.notify_one();
}

void InferenceSession::work(const std::stop_token& stop) {
    auto earliest = Clock::now(); // when the next reading may begin
    while (const auto task = waitForTask(stop, earliest)) {
        earliest = Clock::now() + kShortestInterval;
        carryOut(*task);
    }
}

std::optional<InferenceSession::Task> InferenceSession::waitForTask(const std::stop_token& stop,
                                                                    Clock::time_point earliest) {
    const auto isWanted = [this] { return m_pending && m_classifier != nullptr && !m_answerWaits; };
    std::unique_lock lock(m_mutex);
    // Until there is something to read, then until it may be: mostly the time is over by then, and
    // nobody is woken for that alone.
    while (!isWanted() || Clock::now() < earliest) {
        if (isWanted()) {
            m_changed.wait_until(lock, stop, earliest, [] { return false; });
        } else {
            m_changed.wait(lock, stop, isWanted);
        }
        if (stop.stop_requested()) {
            return std::nullopt;
        }
    }
    m_pending = false;
    return Task{m_request, m_drawing, m_classifier};
}

void InferenceSession::carryOut(const Task& task) {
    const auto begin = Clock::now();
    try {
        Reading reading{.request = task.request,
                        .stages = inkStages(task.drawing),
                        .sideBySide = !task.drawing.picture && standSideBySide(task.drawing.ink),
                        .insight = nullptr,
                        .classifier = task.classifier};
        Insight insight = task.classifier->lookInside(reading.image());
        if (reading.sideBySide) {
            insight.verdict.isDigit = 0;
        }
        reading.insight = std::make_shared<const Insight>(std::move(insight));
        const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
        reading.milliseconds = took.count();
        deliver(reading);
    } catch (const Error& error) {
        Q_EMIT failed(error.message());
    } catch (const std::exception& error) {
        Q_EMIT failed(Message(DIGITLAB_TEXT("core", "Reading the drawing failed: %1"),
                              {std::string(error.what())}));
    }
}

void InferenceSession::deliver(const Reading& reading) {
    {
        const std::lock_guard lock(m_mutex);
        m_answerWaits = true;
    }
    // Queued to this object's thread, where forget() is called: what it forgot stays forgotten.
    QMetaObject::invokeMethod(
        this,
        [this, reading] {
            bool wanted = false;
            {
                const std::lock_guard lock(m_mutex);
                wanted = reading.request >= m_oldestWanted;
                m_answerWaits = false;
            }
            m_changed.notify_one();
            if (wanted) {
                Q_EMIT answered(reading);
            }
        },
        Qt::QueuedConnection);
}

} // namespace digitlab
