// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table_model.h"
#include "ui/runs/runs_view.h"

#include "core/training/presets.h"

#include <QAction>
#include <QFont>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <chrono>

using namespace digitlab;

namespace {

using Column = RunTableModel::Column;

/// A run of this preset that ended so many minutes after the others began.
KeptRun run(const char* preset, int minute, std::optional<double> test) {
    KeptRun run;
    run.folder = std::string("/runs/") + preset;
    run.time = std::filesystem::file_time_type(std::chrono::minutes(minute));
    run.config = presetConfig(preset);
    run.scores.testAccuracy = test;
    run.scores.validationAccuracy = test;
    run.scores.epochs = run.config.epochs;
    run.hasModel = true;
    return run;
}

/// Three that ended one after the other; the last one is named first. `lenet5` was stopped.
std::vector<KeptRun> threeRuns() {
    KeptRun stopped = run("lenet5", 3, std::nullopt);
    stopped.scores.epochs = 1;
    stopped.isResumable = true;
    return {stopped, run("article", 2, 0.9), run("fast", 1, 0.99)};
}

QStringList presetsOf(const std::vector<KeptRun>& runs) {
    QStringList names;
    for (const KeptRun& one : runs) {
        names += QString::fromStdString(one.config.preset);
    }
    return names;
}

} // namespace

class RunsViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_window = std::make_unique<QWidget>();
        m_view = new RunsView(m_window.get());
        m_window->resize(820, 320);
        m_view->resize(m_window->size());
        m_view->setRuns(threeRuns());
        m_view->setIdle(true);
        auto* clear = new QAction(m_window.get()); // as the canvas has it, with a plain key
        clear->setShortcuts({Qt::Key_Delete, Qt::Key_C});
        connect(clear, &QAction::triggered, this, [this] { ++m_cleared; });
        m_window->addAction(clear);
        m_cleared = 0;
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        list().setFocus();
    }

    void saysHowToGetRuns() {
        QVERIFY(list().isVisible());
        m_view->setRuns({});
        QVERIFY(!list().isVisible());
        m_view->setRuns(threeRuns());
        QVERIFY(list().isVisible());
    }

    void listsTheLastFirst() {
        QCOMPARE(column(Column::Config), QStringList({"lenet5", "article", "fast"}));
        QCOMPARE(column(Column::Epochs).front(), "1 of 5");
        QCOMPARE(column(Column::Test), QStringList({"–", "90.00 %", "99.00 %"}));
        QCOMPARE(column(Column::Validation), column(Column::Test));
        QCOMPARE(at(1, Column::Parameters).data().toString(), "1,007,590");
    }

    void numbersStandRight() {
        for (int i = 0; i < Column::Columns; ++i) {
            const bool isNumber = i >= Column::Epochs;
            const auto place = at(0, i).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
            QCOMPARE(place.testFlag(Qt::AlignRight), isNumber);
            const auto title = list().model()->headerData(i, Qt::Horizontal, Qt::TextAlignmentRole);
            QCOMPARE(title.value<Qt::Alignment>(), place);
        }
    }

    void theBestTestAccuracyIsBold() {
        const auto isBold = [this](int row, int column) {
            return at(row, column).data(Qt::FontRole).value<QFont>().bold();
        };
        QVERIFY(isBold(2, Column::Test));
        QVERIFY(!isBold(1, Column::Test) && !isBold(0, Column::Test));
        QVERIFY(!isBold(2, Column::Validation));
    }

    void aClickInTheHeaderSortsByValue() {
        KeptRun many = run("compact", 4, 0.999);
        many.scores.epochs = 12; // as text it comes before 2
        std::vector<KeptRun> runs = threeRuns();
        runs[1].scores.epochs = 2;
        runs.push_back(many);
        m_view->setRuns(runs);
        clickHeader(Column::Test);
        QCOMPARE(column(Column::Config).front(), "compact"); // the best first
        QCOMPARE(column(Column::Config).back(), "lenet5");   // it has no score
        clickHeader(Column::Epochs);
        QCOMPARE(column(Column::Config).front(), "compact");
        clickHeader(Column::Epochs);
        QCOMPARE(column(Column::Config).back(), "compact");
        clickHeader(Column::Config);
        QCOMPARE(column(Column::Config), QStringList({"article", "compact", "fast", "lenet5"}));
    }

    void onlyWhatMakesSenseIsOffered() {
        QCOMPARE(enabled(), QStringList());
        click(0);
        QCOMPARE(enabled(),
                 QStringList({"openRun", "useSettings", "showCurves", "resumeKept", "deleteRuns"}));
        click(1); // it has finished
        QCOMPARE(enabled(), QStringList({"openRun", "useSettings", "showCurves", "deleteRuns"}));
        click(2, Qt::ControlModifier);
        QCOMPARE(enabled(), QStringList({"showCurves", "deleteRuns"}));
        click(0);
        m_view->setIdle(false);
        QCOMPARE(enabled(), QStringList({"useSettings", "showCurves", "deleteRuns"}));
        m_view->setIdle(true);
        std::vector<KeptRun> runs = threeRuns();
        runs[0].hasModel = false; // it ended by force
        m_view->setRuns(runs);
        QCOMPARE(enabled(), QStringList({"useSettings", "showCurves", "resumeKept", "deleteRuns"}));
    }

    void keysActOnTheSelection() {
        QSignalSpy opened(m_view, &RunsView::openRequested);
        QSignalSpy used(m_view, &RunsView::settingsRequested);
        QSignalSpy shown(m_view, &RunsView::curvesRequested);
        QSignalSpy resumed(m_view, &RunsView::resumeRequested);
        QSignalSpy deleted(m_view, &RunsView::deleteRequested);
        click(0);
        for (const Qt::Key key :
             {Qt::Key_Return, Qt::Key_U, Qt::Key_C, Qt::Key_R, Qt::Key_Delete}) {
            QTest::keyClick(&list(), key);
        }
        for (const QSignalSpy* spy : {&opened, &used, &shown, &resumed, &deleted}) {
            QCOMPARE(spy->count(), 1);
        }
        QCOMPARE(opened[0][0].value<KeptRun>().config.preset, "lenet5");
        QTest::keyClick(&list(), Qt::Key_Enter, Qt::KeypadModifier);
        QTest::keyClick(&list(), Qt::Key_Delete, Qt::KeypadModifier);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(deleted.count(), 2);
        QCOMPARE(m_cleared, 0);
    }

    void keysLeaveTheCanvasAloneWithoutASelectionToo() {
        QSignalSpy deleted(m_view, &RunsView::deleteRequested);
        QTest::keyClick(&list(), Qt::Key_Delete);
        QCOMPARE(deleted.count(), 0);
        QCOMPARE(m_cleared, 0);
    }

    void actsOnSeveralAsTheyAreListed() {
        QSignalSpy shown(m_view, &RunsView::curvesRequested);
        click(2);
        click(0, Qt::ControlModifier);
        m_view->findChild<QToolButton*>("showCurvesButton")->click();
        QCOMPARE(presetsOf(shown[0][0].value<std::vector<KeptRun>>()),
                 QStringList({"lenet5", "fast"}));
    }

    void aDoubleClickOpens() {
        QSignalSpy opened(m_view, &RunsView::openRequested);
        click(1);
        QTest::mouseDClick(list().viewport(), Qt::LeftButton, {},
                           list().visualRect(at(1, 0)).center());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].value<KeptRun>().config.preset, "article");
    }

    void theSelectionStaysWithItsRuns() {
        click(1);
        std::vector<KeptRun> runs = threeRuns();
        runs.push_back(run("compact", 9, 0.5)); // is listed first
        m_view->setRuns(runs);
        QCOMPARE(presetsOf(m_view->selected()), QStringList("article"));
        QTest::keyClick(&list(), Qt::Key_Down); // from where the keys were
        QCOMPARE(presetsOf(m_view->selected()), QStringList("fast"));
        runs.erase(runs.begin() + 2);
        m_view->setRuns(runs);
        QVERIFY(m_view->selected().empty());
        QCOMPARE(enabled(), QStringList());
    }

    void tellsWhenItComesIntoView() {
        QSignalSpy shown(m_view, &RunsView::shown);
        m_view->hide();
        m_view->show();
        QCOMPARE(shown.count(), 1);
    }

private:
    QTreeView& list() { return *m_view->findChild<QTreeView*>("runs"); }
    QModelIndex at(int row, int column) { return list().model()->index(row, column); }
    QStringList column(int column) {
        QStringList texts;
        for (int row = 0; row < list().model()->rowCount(); ++row) {
            texts += at(row, column).data().toString();
        }
        return texts;
    }
    QStringList enabled() {
        QStringList names;
        for (const QAction* action : m_view->actions()) {
            names += action->isEnabled() ? QStringList(action->objectName()) : QStringList();
        }
        return names;
    }
    void click(int row, Qt::KeyboardModifier modifier = Qt::NoModifier) {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, modifier,
                          list().visualRect(at(row, 0)).center());
    }
    void clickHeader(int column) {
        const QHeaderView& header = *list().header();
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          {header.sectionViewportPosition(column) + header.sectionSize(column) / 2,
                           header.height() / 2});
    }

    std::unique_ptr<QWidget> m_window;
    RunsView* m_view = nullptr;
    int m_cleared = 0;
};

QTEST_MAIN(RunsViewTest)
#include "runs_view_test.moc"
