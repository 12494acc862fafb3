// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curve_data.h"
#include "ui/charts/run_csv.h"
#include "ui/charts/smoothing.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace digitlab;

class TestCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smoothingKeepsAConstant();
    void smoothingIsDebiased();
    void smoothingPassesNotFiniteValuesThrough();
    void zeroWeightChangesNothing();
    void fewPointsAreDrawnAsTheyAre();
    void manyPointsKeepTheirExtremes();
    void samplingOfEachSizeReachesTheEnd();
    void viewReachesOnePointPastItsEnds();
    void nearestPoint();
    void csvHoldsTheVisibleRuns();
    void csvQuotesNames();
};

namespace {

std::vector<double> smoothed(const std::vector<double>& values, double weight) {
    Smoother smoother(weight);
    std::vector<double> result;
    for (const double value : values) {
        result.push_back(smoother.add(value));
    }
    return result;
}

} // namespace

void TestCurves::smoothingKeepsAConstant() {
    const std::vector<double> values(50, 2.5);
    for (const double value : smoothed(values, 0.99)) {
        QCOMPARE(value, 2.5);
    }
}

void TestCurves::smoothingIsDebiased() {
    // By hand, weight 0.5: 4; (0.5·2 + 0.5·8)/0.75; (0.5·5 + 0.5·1)/0.875
    const std::vector<double> result = smoothed({4, 8, 1}, 0.5);
    QCOMPARE(result.size(), std::size_t{3});
    QCOMPARE(result[0], 4.0);
    QCOMPARE(result[1], 5.0 / 0.75);
    QCOMPARE(result[2], 3.0 / 0.875);
}

void TestCurves::smoothingPassesNotFiniteValuesThrough() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> result = smoothed({4, nan, 8}, 0.5);
    QCOMPARE(result[0], 4.0);
    QVERIFY(std::isnan(result[1]));
    QCOMPARE(result[2], 5.0 / 0.75);
}

void TestCurves::zeroWeightChangesNothing() {
    const std::vector<double> values{3, 1, 4, 1, 5};
    QCOMPARE(smoothed(values, 0), values);
}

void TestCurves::fewPointsAreDrawnAsTheyAre() {
    CurveData curve;
    for (int i = 0; i < 5; ++i) {
        curve.append(i, i * i);
    }
    curve.append(5, std::numeric_limits<double>::infinity());
    const auto points = curve.sample(0, 10, 100);
    QCOMPARE(points.size(), std::size_t{5});
    QCOMPARE(points[3].x, 3.0);
    QCOMPARE(points[3].y, 9.0);
}

void TestCurves::manyPointsKeepTheirExtremes() {
    CurveData curve;
    std::mt19937 random(1);
    std::normal_distribution<double> noise;
    for (int i = 0; i < 100'000; ++i) {
        curve.append(i, noise(random));
    }
    curve.append(100'000, 50);
    curve.append(100'001, -50);
    curve.append(100'002, 0.5);
    const auto points = curve.sample(0, 200'000, 800);
    QVERIFY(points.size() <= 810);
    QVERIFY(points.size() >= 390);
    QVERIFY(std::is_sorted(points.begin(), points.end(),
                           [](CurvePoint a, CurvePoint b) { return a.x < b.x; }));
    const auto [low, high] = std::minmax_element(
        points.begin(), points.end(), [](CurvePoint a, CurvePoint b) { return a.y < b.y; });
    QCOMPARE(low->y, -50.0);
    QCOMPARE(high->y, 50.0);
    QCOMPARE(points.back().x, 100'002.0);
    QCOMPARE(points.back().y, 0.5);
}

void TestCurves::samplingOfEachSizeReachesTheEnd() {
    CurveData curve;
    for (int i = 0; i < 700; ++i) {
        curve.append(i, i % 7);
        const auto points = curve.sample(0, 1000, 16);
        QVERIFY(points.size() <= 24);
        QCOMPARE(points.front().x, 0.0);
        QCOMPARE(points.back().x, double(i));
    }
}

void TestCurves::viewReachesOnePointPastItsEnds() {
    CurveData curve;
    for (int i = 0; i < 100; ++i) {
        curve.append(i, 0);
    }
    const auto points = curve.sample(10.5, 12.5, 100);
    QCOMPARE(points.front().x, 10.0);
    QCOMPARE(points.back().x, 13.0);
    QVERIFY(curve.sample(200, 300, 100).size() <= 1);
    QVERIFY(CurveData().sample(0, 1, 10).empty());
}

void TestCurves::nearestPoint() {
    CurveData curve;
    curve.append(1, 10);
    curve.append(2, 20);
    curve.append(4, 40);
    QCOMPARE(curve.nearest(-5).y, 10.0);
    QCOMPARE(curve.nearest(1.4).y, 10.0);
    QCOMPARE(curve.nearest(2.9).y, 20.0);
    QCOMPARE(curve.nearest(3.1).y, 40.0);
    QCOMPARE(curve.nearest(9).y, 40.0);
}

static RunRecord exampleRun(const QString& name) {
    RunRecord run;
    run.name = name;
    run.start.stepsPerEpoch = 2;
    run.batches = {{1, 2.25, 0.125}, {2, 1.5, 0.5}, {3, 0.75, 0.875}};
    run.epochs = {{1, 2, 1.9, 0.3, 1.0, 0.75, 4.0}};
    return run;
}

void TestCurves::csvHoldsTheVisibleRuns() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    RunRecord hidden = exampleRun(QStringLiteral("hidden"));
    hidden.visible = false;
    const std::vector<RunRecord> runs{exampleRun(QStringLiteral("run 1")), hidden};
    const QByteArray csv = toCsv(runs);
    QLocale::setDefault(before);
    QCOMPARE(csv, QByteArray("run,step,epoch,train_loss,train_accuracy,validation_loss,"
                             "validation_accuracy\n"
                             "\"run 1\",1,0.5,2.25,0.125,,\n"
                             "\"run 1\",2,1,1.5,0.5,1,0.75\n"
                             "\"run 1\",3,1.5,0.75,0.875,,\n"));
}

void TestCurves::csvQuotesNames() {
    RunRecord run = exampleRun(QStringLiteral("a \"b\", c"));
    run.batches.resize(1);
    const std::vector<RunRecord> runs{run};
    const QByteArray csv = toCsv(runs);
    QVERIFY(csv.contains("\"a \"\"b\"\", c\",1,0.5,2.25,0.125,,\n"));
    // The epoch's last batch is not known: its validation has a row of its own.
    QVERIFY(csv.endsWith(",2,1,,,1,0.75\n"));
}

QTEST_GUILESS_MAIN(TestCurves)
#include "test_curves.moc"
