// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QWindow>

#include <chrono>
#include <thread>
#include <vector>

namespace digitlab {
class Canvas;
}

namespace digitlab::bench {

/// Draws one digit after the other on the canvas, as a hand with a mouse does: at its own pace,
/// however busy the window is. Each event bears the time at which the hand moved, in microseconds
/// of the steady clock, as its timestamp.
class DrawingHand {
public:
    /// `eventsPerSecond`: how often the mouse tells where it is.
    DrawingHand(Canvas& canvas, int eventsPerSecond);

    void start();
    void stop() { m_thread = {}; }

private:
    using Stroke = std::vector<QPointF>;

    void draw(const std::stop_token& stop);
    void post(int type, QPointF place) const;

    Canvas& m_canvas;
    QWindow& m_window;
    QPointF m_origin; ///< of the window on the screen
    std::chrono::microseconds m_interval;
    std::vector<std::vector<Stroke>> m_digits; ///< in the window's coordinates
    std::jthread m_thread;
};

/// The steady clock in microseconds, as in the events' timestamps.
[[nodiscard]] qint64 steadyMicroseconds();

} // namespace digitlab::bench
