// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/answer.h"
#include "ui/draw/probability_bars.h"
#include "ui/theme.h"

#include <QTest>

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
        QCOMPARE(bars.accessibleDescription(), "4 with 96.2 percent, then 9 with 3.3 percent");
        bars.setVerdict(Verdict{{0, 0, 1}});
        QCOMPARE(bars.accessibleDescription(), "2 with 100.0 percent");
        bars.setVerdict(Verdict{{0, 0, 1}, .49f});
        QCOMPARE(bars.accessibleDescription(), "Not a digit; of digits 2 with 100.0 percent");
        bars.setVerdict({});
        QCOMPARE(bars.accessibleDescription(), "No answer yet");
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
