// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/answer.h"
#include "ui/draw/probability_bars.h"
#include "ui/theme.h"

#include <QPaintEvent>
#include <QTest>

#include <utility>

using namespace digitlab;

namespace {

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

/// The region that a widget painted since it was asked last.
class PaintedRegion : public QObject {
public:
    explicit PaintedRegion(QWidget& widget) { widget.installEventFilter(this); }

    QRegion take() { return std::exchange(m_region, {}); }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            m_region += static_cast<QPaintEvent*>(event)->region();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QRegion m_region;
};

} // namespace

class ProbabilityBarsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheRunnerUp() {
        const Probabilities even{0, 0, 0, 0, .7f, 0, 0, .1f, 0, .2f};
        QCOMPARE(runnerUp(even, 0.15), std::optional(9));
        QCOMPARE(runnerUp(even, 0.25), std::nullopt);
        QCOMPARE(runnerUp({1}, 0), std::optional(1));
    }

    void saysTheResult() {
        ProbabilityBars bars;
        QVERIFY(!bars.accessibleName().isEmpty());
        bars.setVerdict(Verdict{{0, 0, 0, 0, .962f, 0, 0, .005f, 0, .033f}});
        QTRY_COMPARE(bars.accessibleDescription(), "4 with 96.2 percent, then 9 with 3.3 percent");
        bars.setVerdict(Verdict{{0, 0, 1}});
        QTRY_COMPARE(bars.accessibleDescription(), "2 with 100.0 percent");
        bars.setVerdict(Verdict{{0, 0, 1}, .49f});
        QTRY_COMPARE(bars.accessibleDescription(), "Not a digit; of digits 2 with 100.0 percent");
        bars.setVerdict({});
        QTRY_COMPARE(bars.accessibleDescription(), "No answer yet");
    }

    void paintsOnlyTheRowsThatChange() {
        ProbabilityBars bars;
        bars.resize(300, 200);
        bars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bars));
        PaintedRegion painted(bars);
        const auto paintedFor = [&](const std::optional<Verdict>& verdict) {
            bars.setVerdict(verdict);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
            return painted.take();
        };
        const QRegion all(bars.rect());
        QCOMPARE(paintedFor(Verdict{{0, .4f, .6f}}), all); // the numbers appear
        QCOMPARE(paintedFor(Verdict{{0, .3f, .7f}}), QRegion(0, 20, 300, 40));
        QCOMPARE(paintedFor(Verdict{{0, .30001f, .69999f}}), QRegion());
        QCOMPARE(paintedFor(Verdict{{0, .3f, .7f}, 0}), QRegion(0, 20, 300, 40)); // muted
        QCOMPARE(paintedFor({}), all);
    }

    void drawsTheBarsAsLongAsTheyAreLikely() {
        ProbabilityBars bars;
        bars.resize(300, 200);
        const Theme theme = Theme::of(bars.palette());
        bars.setVerdict(Verdict{{0, .4f, .6f}});
        const QImage image = bars.grab().toImage();
        const int first = pixelsOf(image, theme.accent);
        const int second = pixelsOf(image, theme.second);
        QVERIFY(second > 300);
        QVERIFY(first > second * 135 / 100 && first < second * 165 / 100);
        bars.setVerdict(Verdict{{0, .01f, .99f}});
        QCOMPARE(pixelsOf(bars.grab().toImage(), theme.second), 0);
        bars.setVerdict(Verdict{{0, .01f, .99f}, 0}); // no digit is named
        QCOMPARE(pixelsOf(bars.grab().toImage(), theme.accent), 0);
        QVERIFY(pixelsOf(bars.grab().toImage(), theme.muted) > 300);
        bars.setVerdict({});
        QCOMPARE(pixelsOf(bars.grab().toImage(), theme.accent), 0);
    }
};

QTEST_MAIN(ProbabilityBarsTest)
#include "probability_bars_test.moc"
