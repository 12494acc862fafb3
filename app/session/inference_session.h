// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "core/ink/ink_stages.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace digitlab {

/// What the network made of a drawing.
struct Reading {
    std::uint64_t request = 0; ///< counts the drawings given to read()
    InkStages stages{};        ///< how the ink became an image
    /// standSideBySide() of ink without a picture; then it is no digit, whatever the network says.
    bool sideBySide = false;
    std::shared_ptr<const Insight> insight;
    std::shared_ptr<const Classifier> classifier; ///< that answered
    double milliseconds = 0;                      ///< from taking up the ink to the answer

    /// What the network saw.
    [[nodiscard]] const DigitImage& image() const { return stages.back(); }
};

/// Reads drawings in a thread of its own. The latest ink wins: what was not yet taken up when new
/// ink comes is never read. All functions return at once.
class InferenceSession : public QObject {
    Q_OBJECT

public:
    explicit InferenceSession(QObject* parent = nullptr);
    ~InferenceSession() override;

    /// Asks for a drawing to be read, as soon as there is a classifier.
    void read(Drawing drawing);

    /// Forgets the drawing; answers under way become stale.
    void forget();

    /// Answers from now on come from this network; the latest drawing is read again.
    void setClassifier(std::shared_ptr<const Classifier> classifier);

Q_SIGNALS:
    /// Told at most 125 times a second, in the order of the requests, and never for a drawing that
    /// was forgotten. While the pen moves it may be a little behind the latest request. While one
    /// waits for a busy event loop no other is made, so that none is out of date when it is told.
    void answered(const digitlab::Reading& reading);
    void failed(const digitlab::Message& message);

private:
    struct Task {
        std::uint64_t request = 0;
        Drawing drawing;
        std::shared_ptr<const Classifier> classifier;
    };

    using Clock = std::chrono::steady_clock;

    void work(const std::stop_token& stop);
    /// What is to be read next, not before `earliest`; nothing where the thread is to end.
    std::optional<Task> waitForTask(const std::stop_token& stop, Clock::time_point earliest);
    void carryOut(const Task& task);
    void deliver(const Reading& reading);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Drawing m_drawing; // guarded by m_mutex, as the next five
    std::shared_ptr<const Classifier> m_classifier;
    std::uint64_t m_request = 0;
    std::uint64_t m_oldestWanted = 0;
    bool m_pending = false;
    bool m_answerWaits = false; ///< an answer is made and not yet told
    std::jthread m_thread;      // last: it ends before what it uses
};

} // namespace digitlab
