// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/reading_watch.h"

#include "tests/benchmarks/drawing_hand.h"

#include <QMouseEvent>

namespace digitlab::bench {

namespace {

double millisecondsSince(qint64 microseconds) {
    return static_cast<double>(steadyMicroseconds() - microseconds) / 1000;
}

} // namespace

ReadingWatch::ReadingWatch(Canvas& canvas, ProbabilityBars& bars, const InferenceSession& inference)
    : m_canvas(canvas)
    , m_bars(bars) {
    canvas.installEventFilter(this);
    bars.installEventFilter(this);
    connect(&canvas, &Canvas::inkChanged, this, &ReadingWatch::inkChanged);
    connect(&inference, &InferenceSession::answered, this, &ReadingWatch::answered);
}

bool ReadingWatch::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_bars && event->type() == QEvent::Paint) {
        m_painted = m_bars.verdict();
        m_painting = true;
    } else if (watched == &m_canvas &&
               (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress)) {
        m_handTime = static_cast<qint64>(static_cast<QMouseEvent*>(event)->timestamp());
        m_handToCanvas.add(millisecondsSince(m_handTime));
    }
    return QObject::eventFilter(watched, event);
}

void ReadingWatch::inkChanged() {
    if (m_canvas.ink().empty()) {
        m_waiting.clear(); // nobody waits for an answer any more
    } else {
        m_waiting.push_back({++m_requests, m_handTime});
    }
}

void ReadingWatch::answered(const Reading& reading) {
    m_answered = reading.request;
    m_reading.add(reading.milliseconds);
    if (ProbabilityBars::rowsOf(m_painted) == ProbabilityBars::rowsOf(m_bars.verdict())) {
        shown(); // the same answer: the bars have nothing to paint
    }
}

void ReadingWatch::eventDelivered() {
    if (m_painting) {
        m_painting = false;
        shown();
    }
}

void ReadingWatch::shown() {
    while (!m_waiting.empty() && m_waiting.front().request <= m_answered) {
        m_handToBars.add(millisecondsSince(m_waiting.front().time));
        m_waiting.pop_front();
    }
}

} // namespace digitlab::bench
