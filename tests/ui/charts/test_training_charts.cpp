// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_readout.h"
#include "ui/charts/run_chart.h"
#include "ui/charts/run_legend.h"
#include "ui/charts/training_charts.h"
#include "ui/theme.h"

#include <QAction>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QWheelEvent>
#include <qcustomplot.h>

#include <cmath>

using namespace digitlab;

namespace {

RunStart exampleStart() {
    RunStart start;
    start.config.epochs = 2;
    start.stepsPerEpoch = 100;
    return start;
}

std::vector<BatchResult> exampleBatches(std::int64_t first, std::int64_t last) {
    std::vector<BatchResult> batches;
    for (std::int64_t step = first; step <= last; ++step) {
        const double part = std::exp(-static_cast<double>(step) / 50);
        batches.push_back({step, 2.3 * part + 0.1, 1 - part});
    }
    return batches;
}

EpochResult exampleEpoch(int epoch) {
    EpochResult result;
    result.epoch = epoch;
    result.step = 100 * epoch;
    result.validationLoss = 0.5 / epoch;
    result.validationAccuracy = 0.9;
    return result;
}

/// The axis ends just behind a whole epoch.
bool endsNear(const RunChart* chart, double epoch) {
    return chart->lastEpoch() >= epoch && chart->lastEpoch() < 1.05 * epoch;
}

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

RunOutcome outcome(RunStatus status, double accuracy) {
    RunOutcome result;
    result.status = status;
    result.testAccuracy = accuracy;
    return result;
}

} // namespace

class TestTrainingCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyUntilARunBegins();
    void followsTheDataUntilTheWheelZooms();
    void valuesFitTheEpochsUntilTheyAreChosen();
    void drawsWhatComesWhileTheViewStays();
    void chartsShareTheirEpochs();
    void doubleClickFits();
    void readoutShowsEachVisibleRun();
    void keysMoveTheGuide();
    void legendHidesRenamesAndRemoves();
    void legendSaysHowARunEnded();
    void dataOfARemovedRunIsDropped();
    void aRunOfBeforeLeavesTheCurrentOneAlone();
    void aHiddenRunIsRevealed();
    void smoothingAndScaleAreKept();
    void exportsPictures();
    void exportLeavesTheChartAsItWas();

private:
    [[nodiscard]] QWidget* plotOf(RunChart* chart) const;
    [[nodiscard]] QImage lossPicture() const;
    void trainTwoRuns();

    std::unique_ptr<TrainingCharts> m_charts;
    RunChart* m_loss = nullptr;
    RunChart* m_accuracy = nullptr;
};

void TestTrainingCharts::init() {
    m_charts = std::make_unique<TrainingCharts>();
    m_charts->resize(822, 390);
    m_charts->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_charts.get()));
    const auto charts = m_charts->findChildren<RunChart*>();
    QCOMPARE(charts.size(), 2);
    m_loss = charts[0]->quantity() == RunChart::Quantity::Loss ? charts[0] : charts[1];
    m_accuracy = m_loss == charts[0] ? charts[1] : charts[0];
}

void TestTrainingCharts::cleanup() {
    m_charts.reset();
}

QWidget* TestTrainingCharts::plotOf(RunChart* chart) const {
    return chart->plotWidget();
}

QImage TestTrainingCharts::lossPicture() const {
    return m_loss->grab().toImage();
}

void TestTrainingCharts::trainTwoRuns() {
    m_charts->beginRun(QStringLiteral("first"), exampleStart());
    m_charts->addBatches(exampleBatches(1, 100));
    m_charts->addEpoch(exampleEpoch(1));
    m_charts->endRun(outcome(RunStatus::Finished, 0.9912));
    m_charts->beginRun(QStringLiteral("second"), exampleStart());
    m_charts->addBatches(exampleBatches(1, 150));
    QTRY_VERIFY(endsNear(m_loss, 2.0));
}

void TestTrainingCharts::emptyUntilARunBegins() {
    QVERIFY(m_charts->isEmpty());
    QVERIFY(!m_loss->isVisible());
    QVERIFY(!m_charts->fitAction()->isEnabled());
    m_charts->beginRun(QStringLiteral("run 1"), exampleStart());
    QCOMPARE(m_charts->runCount(), 1);
    QVERIFY(m_loss->isVisible());
    QVERIFY(m_charts->fitAction()->isEnabled());
}

void TestTrainingCharts::followsTheDataUntilTheWheelZooms() {
    m_charts->beginRun(QStringLiteral("run 1"), exampleStart());
    m_charts->addBatches(exampleBatches(1, 30));
    QTRY_VERIFY(endsNear(m_loss, 0.5));
    m_charts->addBatches(exampleBatches(31, 150));
    QTRY_VERIFY(endsNear(m_loss, 2.0));

    QWidget* plot = plotOf(m_loss);
    const QPointF centre = plot->rect().center();
    QWheelEvent wheel(centre, plot->mapToGlobal(centre), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot, &wheel);
    QVERIFY(!m_loss->isFollowing());
    QVERIFY(m_loss->lastEpoch() - m_loss->firstEpoch() < 2);
    const double end = m_loss->lastEpoch();
    m_charts->addBatches(exampleBatches(151, 350));
    QTest::qWait(150);
    QCOMPARE(m_loss->lastEpoch(), end);

    m_charts->fitAction()->trigger();
    QVERIFY(endsNear(m_loss, 4.0));
    QCOMPARE(m_loss->firstEpoch(), 0.0);
}

void TestTrainingCharts::valuesFitTheEpochsUntilTheyAreChosen() {
    trainTwoRuns();
    auto* plot = m_loss->findChild<QCustomPlot*>();
    const auto turn = [plot](QPointF place, Qt::KeyboardModifiers with) {
        QWheelEvent wheel(place, plot->mapToGlobal(place), {}, QPoint(0, 120), Qt::NoButton, with,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &wheel);
    };
    const QPointF corner = plot->axisRect()->rect().topRight() + QPoint(-20, 20);
    for (int i = 0; i < 4; ++i) {
        turn(corner, Qt::NoModifier);
    }
    const QCPRange values = plot->yAxis->range();
    m_loss->setEpochs(m_loss->firstEpoch(), m_loss->lastEpoch()); // which fits them
    QCOMPARE(plot->yAxis->range(), values);
    turn(corner, Qt::ShiftModifier);
    QVERIFY(plot->yAxis->range().size() < values.size());
    const QCPRange chosen = plot->yAxis->range();
    m_loss->setEpochs(0, m_loss->lastEpoch()); // as when the other chart moves
    QCOMPARE(plot->yAxis->range(), chosen);
}

void TestTrainingCharts::drawsWhatComesWhileTheViewStays() {
    std::vector<BatchResult> worse = exampleBatches(1, 190);
    for (BatchResult& batch : worse) {
        batch.loss += 0.5;
    }
    m_charts->beginRun(QStringLiteral("first"), exampleStart());
    m_charts->addBatches(worse);
    m_charts->endRun(outcome(RunStatus::Finished, 0.9));
    m_charts->beginRun(QStringLiteral("second"), exampleStart());
    m_charts->addBatches(exampleBatches(1, 150));
    const Theme theme = Theme::of(m_loss->palette());
    const auto pixelsOfRun = [&](int run) { return pixelsOf(lossPicture(), theme.run(run)); };
    QTRY_VERIFY(pixelsOfRun(1) > 100);
    QTest::qWait(300); // until all of it is drawn
    const double end = m_loss->lastEpoch();
    const int first = pixelsOfRun(0);
    const int second = pixelsOfRun(1);
    QVERIFY(first > 100);
    m_charts->addBatches(exampleBatches(151, 195));
    QTRY_VERIFY(pixelsOfRun(1) > second + 20);
    QCOMPARE(m_loss->lastEpoch(), end);
    QCOMPARE(pixelsOfRun(0), first);
}

void TestTrainingCharts::chartsShareTheirEpochs() {
    trainTwoRuns();
    QTest::keyClick(m_loss, Qt::Key_Plus);
    QVERIFY(m_loss->lastEpoch() < 2);
    QCOMPARE(m_accuracy->lastEpoch(), m_loss->lastEpoch());
    QCOMPARE(m_accuracy->firstEpoch(), m_loss->firstEpoch());
}

void TestTrainingCharts::doubleClickFits() {
    trainTwoRuns();
    QTest::keyClick(m_loss, Qt::Key_Plus);
    QWidget* plot = plotOf(m_accuracy);
    QTest::mouseDClick(plot, Qt::LeftButton, {}, plot->rect().center());
    QVERIFY(endsNear(m_loss, 2.0));
    QVERIFY(endsNear(m_accuracy, 2.0));
    QVERIFY(m_loss->isFollowing());
}

void TestTrainingCharts::readoutShowsEachVisibleRun() {
    trainTwoRuns();
    m_charts->setSmoothing(0);
    m_loss->showGuide(0.5);
    QTRY_COMPARE(m_loss->readout().rows().size(), std::size_t{2});
    QTRY_COMPARE(m_loss->readout().rows()[0].value,
                 QLocale().toString(2.3 * std::exp(-1) + 0.1, 'f', 3));
    QCOMPARE(m_loss->readout().rows()[0].name, QStringLiteral("first"));
    m_charts->findChild<RunLegend*>()->entry(1)->click();
    QTRY_COMPARE(m_loss->readout().rows().size(), std::size_t{1});
    QCOMPARE(m_loss->readout().rows()[0].name, QStringLiteral("second"));
}

void TestTrainingCharts::keysMoveTheGuide() {
    trainTwoRuns();
    QVERIFY(!m_loss->readout().isShown());
    QTest::keyClick(m_loss, Qt::Key_Left);
    QVERIFY(m_loss->readout().isShown());
    QVERIFY(m_accuracy->readout().isShown());
    QTest::keyClick(m_loss, Qt::Key_Escape);
    QVERIFY(!m_loss->readout().isShown());
    QVERIFY(!m_accuracy->readout().isShown());
}

void TestTrainingCharts::legendHidesRenamesAndRemoves() {
    trainTwoRuns();
    const auto* legend = m_charts->findChild<RunLegend*>();
    QVERIFY(m_charts->toCsv().contains("\"first\""));
    legend->entry(1)->click();
    QVERIFY(!m_charts->toCsv().contains("\"first\""));
    QVERIFY(m_charts->toCsv().contains("\"second\""));

    QTest::keyClick(legend->entry(2), Qt::Key_F2);
    QTest::keyClick(legend->findChild<QLineEdit*>(), Qt::Key_Escape);
    QTRY_VERIFY(legend->findChild<QLineEdit*>() == nullptr);
    QTest::keyClick(legend->entry(2), Qt::Key_F2);
    auto* edit = legend->findChild<QLineEdit*>();
    QVERIFY(edit != nullptr);
    edit->setText(QStringLiteral("renamed"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_charts->toCsv().contains("\"renamed\""));

    QTest::keyClick(legend->entry(1), Qt::Key_Delete);
    QCOMPARE(m_charts->runCount(), 1);
    QVERIFY(legend->entry(1) == nullptr);
}

void TestTrainingCharts::legendSaysHowARunEnded() {
    trainTwoRuns();
    const auto* legend = m_charts->findChild<RunLegend*>();
    QVERIFY(legend->entry(1)->note().contains(QLocale().toString(99.12, 'f', 2)));
    QVERIFY(legend->entry(2)->note().isEmpty());
    m_charts->endRun(outcome(RunStatus::Stopped, 0.5));
    QVERIFY(legend->entry(2)->note().contains(QStringLiteral("stopped")));
}

void TestTrainingCharts::dataOfARemovedRunIsDropped() {
    trainTwoRuns();
    QTest::keyClick(m_charts->findChild<RunLegend*>()->entry(2), Qt::Key_Delete);
    m_charts->addBatches(exampleBatches(151, 200));
    m_charts->addEpoch(exampleEpoch(2));
    m_charts->endRun(outcome(RunStatus::Finished, 0.9));
    QCOMPARE(m_charts->runCount(), 1);
    QVERIFY(!m_charts->toCsv().contains("second"));
    QTRY_VERIFY(endsNear(m_loss, 1.0));
}

void TestTrainingCharts::aRunOfBeforeLeavesTheCurrentOneAlone() {
    m_charts->beginRun(QStringLiteral("current"), exampleStart());
    m_charts->addBatches(exampleBatches(1, 30));
    const RunHistory before{exampleStart(), exampleBatches(1, 200), {exampleEpoch(1)}};
    const int id =
        m_charts->addEndedRun(QStringLiteral("kept"), before, outcome(RunStatus::Stopped, 0.97));
    m_charts->addBatches(exampleBatches(31, 40));
    QCOMPARE(m_charts->toCsv().count("\"current\""), 40);
    QCOMPARE(m_charts->toCsv().count("\"kept\""), 200);
    QVERIFY(m_charts->toCsv().contains("\"kept\",100,1,")); // with its validation
    QVERIFY(m_charts->toCsv().contains(",0.5,0.9\n"));
    const QString note = m_charts->findChild<RunLegend*>()->entry(id)->note();
    QVERIFY(note.contains(QLocale().toString(97.0, 'f', 2)));
    QVERIFY(note.contains(QStringLiteral("stopped")));
}

void TestTrainingCharts::aHiddenRunIsRevealed() {
    trainTwoRuns();
    auto* entry = m_charts->findChild<RunLegend*>()->entry(1);
    entry->click();
    QVERIFY(!m_charts->toCsv().contains("\"first\""));
    QVERIFY(m_charts->revealRun(1));
    QVERIFY(m_charts->toCsv().contains("\"first\""));
    QTest::keyClick(entry, Qt::Key_Delete);
    QVERIFY(!m_charts->revealRun(1));
}

void TestTrainingCharts::smoothingAndScaleAreKept() {
    trainTwoRuns();
    m_charts->setSmoothing(0.42);
    QCOMPARE(m_charts->smoothing(), 0.42);
    QCOMPARE(m_charts->findChild<QSlider*>()->value(), 42);
    const QImage linear = lossPicture();
    m_charts->logScaleAction()->trigger();
    QVERIFY(m_charts->logScale());
    QTRY_VERIFY(lossPicture() != linear);
    QVERIFY(m_loss->isFollowing());
}

void TestTrainingCharts::exportsPictures() {
    trainTwoRuns();
    QImage png;
    QVERIFY(png.loadFromData(m_charts->toPng(2), "PNG"));
    QVERIFY(png.width() > 2 * 720);
    const QByteArray pdf = m_charts->toPdf();
    QVERIFY(pdf.startsWith("%PDF"));
    QSignalSpy asked(m_charts.get(), &TrainingCharts::exportRequested);
    const auto actions = m_charts->findChildren<QAction*>(QStringLiteral("exportCsv"));
    QCOMPARE(actions.size(), 1);
    actions[0]->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<ExportFormat>(), ExportFormat::Csv);
}

void TestTrainingCharts::exportLeavesTheChartAsItWas() {
    trainTwoRuns();
    QTest::keyClick(m_loss, Qt::Key_Plus);
    QTest::qWait(300);
    const QImage before = lossPicture();
    const double end = m_loss->lastEpoch();
    QVERIFY(!m_charts->toPng(1).isEmpty());
    QCOMPARE(m_loss->lastEpoch(), end);
    QTest::qWait(300);
    QCOMPARE(lossPicture(), before);
}

QTEST_MAIN(TestTrainingCharts)
#include "test_training_charts.moc"
