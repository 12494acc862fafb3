// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/inference_session.h"
#include "tests/benchmarks/statistics.h"
#include "ui/draw/canvas.h"
#include "ui/draw/probability_bars.h"

#include <QObject>

#include <deque>

namespace digitlab::bench {

/// Takes the time from a movement of the hand to the frame with an answer to ink at least as new.
class ReadingWatch : public QObject {
    Q_OBJECT

public:
    /// To be made when all else is connected, before the first stroke.
    ReadingWatch(Canvas& canvas, ProbabilityBars& bars, const InferenceSession& inference);

    /// An event was dealt with; where it painted the bars, they can be seen now.
    void eventDelivered();

    [[nodiscard]] const Sample& handToBars() const { return m_handToBars; }
    [[nodiscard]] const Sample& handToCanvas() const { return m_handToCanvas; }
    /// What one reading takes: rendering the ink and looking inside.
    [[nodiscard]] const Sample& reading() const { return m_reading; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Move {
        std::uint64_t request;
        qint64 time; ///< of the hand, in microseconds
    };

    void inkChanged();
    void answered(const Reading& reading);
    void shown();

    Canvas& m_canvas;
    ProbabilityBars& m_bars;
    qint64 m_handTime = 0;        ///< of the event that the canvas is dealing with
    std::uint64_t m_requests = 0; ///< counted as the session counts them
    std::uint64_t m_answered = 0;
    std::deque<Move> m_waiting;
    std::optional<Verdict> m_painted;
    bool m_painting = false;
    Sample m_handToBars;
    Sample m_handToCanvas;
    Sample m_reading;
};

} // namespace digitlab::bench
