// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/drawing_hand.h"

#include "tests/app/drawn_digits.h"
#include "ui/draw/canvas.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include <cmath>
#include <condition_variable>
#include <mutex>

namespace digitlab::bench {

namespace {

constexpr double kSpeed = 450; ///< pixels a second: a digit takes about a second
constexpr auto kBetweenStrokes = std::chrono::milliseconds(120);
constexpr auto kBetweenDigits = std::chrono::milliseconds(300);

/// Points at equal distances along a line.
std::vector<QPointF> stepsAlong(const std::vector<QPointF>& line, double distance) {
    std::vector<QPointF> steps{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF way = line[i] - steps.back();
        double length = std::hypot(way.x(), way.y());
        while (length >= distance) {
            steps.push_back(steps.back() + way * (distance / length));
            way = line[i] - steps.back();
            length = std::hypot(way.x(), way.y());
        }
    }
    return steps;
}

} // namespace

qint64 steadyMicroseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

DrawingHand::DrawingHand(Canvas& canvas, int eventsPerSecond)
    : m_canvas(canvas)
    , m_window(*canvas.window()->windowHandle())
    , m_origin(m_window.mapToGlobal(QPointF()))
    , m_interval(1'000'000 / eventsPerSecond) {
    const QPointF corner = canvas.mapTo(canvas.window(), QPointF());
    std::mt19937 random(1);
    for (int digit = 0; digit < 10; ++digit) {
        std::vector<Stroke> strokes;
        for (const digitlab::Stroke& stroke : test::drawnDigit(digit, random)) {
            Stroke line;
            for (const Point& point : stroke) {
                line.push_back(corner + QPointF(canvas.width() * (0.15 + 0.7 * point.x / 100),
                                                canvas.height() * (0.15 + 0.7 * point.y / 100)));
            }
            strokes.push_back(stepsAlong(line, kSpeed / eventsPerSecond));
        }
        m_digits.push_back(std::move(strokes));
    }
}

void DrawingHand::start() {
    m_thread = std::jthread([this](const std::stop_token& stop) { draw(stop); });
}

void DrawingHand::draw(const std::stop_token& stop) {
    auto next = std::chrono::steady_clock::now();
    std::mutex mutex;
    std::condition_variable_any rested;
    // False where the hand is to rest: at once, as who stops it waits for it with the events that
    // it still gave.
    const auto waitFor = [&](std::chrono::microseconds time) {
        next += time;
        std::unique_lock lock(mutex);
        rested.wait_until(lock, stop, next, [] { return false; });
        return !stop.stop_requested();
    };
    for (std::size_t digit = 0; !stop.stop_requested(); ++digit) {
        for (const Stroke& stroke : m_digits[digit % m_digits.size()]) {
            post(QEvent::MouseButtonPress, stroke.front());
            for (std::size_t i = 1; i < stroke.size() && waitFor(m_interval); ++i) {
                post(QEvent::MouseMove, stroke[i]);
            }
            post(QEvent::MouseButtonRelease, stroke.back());
            if (!waitFor(kBetweenStrokes)) {
                return;
            }
        }
        if (!waitFor(kBetweenDigits)) {
            return;
        }
        QMetaObject::invokeMethod(&m_canvas, &Canvas::clear, Qt::QueuedConnection);
        waitFor(kBetweenStrokes);
    }
}

void DrawingHand::post(int type, QPointF place) const {
    const bool pressed = type != QEvent::MouseButtonRelease;
    auto* event = new QMouseEvent(static_cast<QEvent::Type>(type), place, place, m_origin + place,
                                  type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                                  pressed ? Qt::LeftButton : Qt::NoButton, {});
    event->setTimestamp(static_cast<quint64>(steadyMicroseconds()));
    QCoreApplication::postEvent(&m_window, event);
}

} // namespace digitlab::bench
