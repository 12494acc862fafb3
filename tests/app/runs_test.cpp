// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/run_folder.h"
#include "app/files/run_lock.h"
#include "tests/app/window_fixture.h"
#include "ui/charts/training_charts.h"
#include "ui/runs/runs_view.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace digitlab::test {

/// The runs that are kept, in the whole window.
class RunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_data = std::make_unique<DataFolder>();
        setTrash(m_data->file("home"));
        openWindow();
    }
    void cleanup() {
        m_lab.reset();
        m_data.reset();
        qunsetenv("XDG_DATA_HOME");
    }

    void listsARunWhenItHasEnded();
    void usesARunOfAnEarlierStart();
    void goesOnWithARun();
    void tellsWhyCurvesCannotBeShown();
    void deletesToTheTrash();
    void asksWhereThereIsNoTrash();
    void deletesNothingThatIsUnderWay();
    void aModelWhoseRunIsDeletedWouldBeLost();

private:
    static void setTrash(const QString& data) { qputenv("XDG_DATA_HOME", data.toUtf8()); }
    void openWindow() {
        m_lab = std::make_unique<Lab>();
        QVERIFY(showAndWait(*m_lab));
    }
    /// Trains a run and ends the program, so that nothing but its folder is left.
    void keepARun() {
        trainQuickly();
        m_lab.reset();
        openWindow();
        lookAtRuns(1);
    }
    void trainQuickly() {
        setQuickRun(*m_lab);
        m_lab->window.actions().train->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->window.isWindowModified(), kLong);
    }
    void lookAtRuns(int count) {
        m_lab->window.actions().showRuns->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(list().model()->rowCount(), count, kLong);
    }
    void select(int row) { list().setCurrentIndex(list().model()->index(row, 0)); }
    void act(const char* name) {
        auto* action = m_lab->window.runs().findChild<QAction*>(QLatin1String(name));
        QVERIFY2(action->isEnabled(), name);
        action->trigger();
    }
    QTreeView& list() { return *m_lab->window.runs().findChild<QTreeView*>(); }
    QString notice() { return m_lab->window.notice().text(); }
    std::filesystem::path run() { return m_data->runs().front(); }
    QString modelName() {
        return m_lab->window.findChild<QLabel*>(QStringLiteral("statusModel"))->text();
    }

    std::unique_ptr<DataFolder> m_data;
    std::unique_ptr<Lab> m_lab;
};

void RunsTest::listsARunWhenItHasEnded() {
    lookAtRuns(0);
    setQuickRun(*m_lab);
    m_lab->window.actions().train->trigger();
    QVERIFY(!m_lab->window.runs().isVisible()); // the curves are of more interest now
    m_lab->window.actions().showRuns->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list().model()->rowCount(), 1, kLong);
    QVERIFY(!m_lab->isTraining());
    const QString config = list().model()->index(0, 1).data().toString();
    QVERIFY2(config.startsWith(QStringLiteral("lenet5, ")), config.toUtf8());
}

void RunsTest::usesARunOfAnEarlierStart() {
    keepARun();
    select(0);
    act("showCurves");
    act("showCurves"); // again, before they are read
    QVERIFY(m_lab->window.charts().isVisible());
    QTRY_COMPARE(m_lab->window.charts().runCount(), 1);
    QVERIFY(m_lab->window.charts().toCsv().count('\n') > 100);
    act("showCurves"); // and when they are there
    QTest::qWait(200);
    QCOMPARE(m_lab->window.charts().runCount(), 1);

    TrainingConfig other = m_lab->window.settings().config();
    other.epochs = 77;
    other.threads = 1;
    m_lab->window.settings().setConfig(other);
    act("useSettings");
    QCOMPARE(m_lab->window.settings().config().epochs, 6);
    QCOMPARE(m_lab->window.settings().config().threads, 1); // which belong to the machine

    QTest::mouseClick(m_lab->window.findChild<QToolButton*>(QStringLiteral("noticeAction")),
                      Qt::LeftButton);
    QCOMPARE(m_lab->window.settings().config(), other);
    QVERIFY(!m_lab->window.notice().isVisible());
    m_lab->window.actions().restoreSettings->trigger();
    QCOMPARE(m_lab->window.settings().config().epochs, 6);

    act("openRun");
    const QString name = QString::fromStdString(run().filename().string());
    QTRY_COMPARE_WITH_TIMEOUT(modelName(), name, kLong); // all their files are called alike
    const auto* recent = m_lab->window.findChild<QMenu*>(QStringLiteral("recentMenu"));
    QTRY_COMPARE(recent->actions().front()->text(), name);
    QVERIFY(!m_lab->window.isWindowModified());
}

void RunsTest::goesOnWithARun() {
    setEndlessRun(*m_lab);
    m_lab->window.actions().train->trigger();
    const auto rows = [this] { return m_lab->window.charts().toCsv().count('\n'); };
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 40, kLong);
    m_lab->window.actions().stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_lab->isTraining(), kLong);
    m_lab.reset();
    openWindow();
    lookAtRuns(1);
    select(0);
    act("showCurves");
    QTRY_COMPARE(m_lab->window.charts().runCount(), 1);
    const auto before = rows();
    act("resumeKept");
    QTRY_VERIFY_WITH_TIMEOUT(rows() > before + 5, kLong);
    QCOMPARE(m_lab->window.charts().runCount(), 1); // the curves go on
    m_lab->window.actions().showRuns->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list().model()->rowCount(), 0, kLong); // it is under way
    m_lab->window.actions().stop->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list().model()->rowCount(), 1, kLong);
    QCOMPARE(m_data->runs().size(), std::size_t{1});
}

void RunsTest::tellsWhyCurvesCannotBeShown() {
    keepARun();
    writeFile(metricsIn(run()), "epoch,loss\n");
    select(0);
    act("showCurves");
    QTRY_VERIFY(notice().contains(QStringLiteral("metrics.csv, line 1")));
    QCOMPARE(m_lab->window.charts().runCount(), 0);
}

void RunsTest::deletesToTheTrash() {
    keepARun();
    const QString name = QString::fromStdString(run().filename().string());
    select(0);
    act("deleteRuns");
    QTRY_COMPARE(list().model()->rowCount(), 0);
    QVERIFY(!list().isVisible()); // what is said instead
    QVERIFY(m_data->runs().empty());
    QVERIFY(QFile::exists(m_data->file("home") + QStringLiteral("/Trash/files/") + name));
    QCOMPARE(notice(), QStringLiteral("Moved to the trash: ") + name);
}

void RunsTest::asksWhereThereIsNoTrash() {
    keepARun();
    writeFile(m_data->path() / "file", "text");
    setTrash(m_data->file("file")); // where there can be no folder
    select(0);
    const auto question = [this] {
        return m_lab->window.findChild<QMessageBox*>(QStringLiteral("deleteQuestion"));
    };
    act("deleteRuns");
    QTRY_VERIFY(question() != nullptr);
    QVERIFY(
        question()->informativeText().contains(QString::fromStdString(run().filename().string())));
    question()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(question() == nullptr);
    QCOMPARE(m_data->runs().size(), std::size_t{1});

    act("deleteRuns");
    QTRY_VERIFY(question() != nullptr);
    question()->findChild<QPushButton*>(QStringLiteral("deleteForGood"))->click();
    QTRY_VERIFY(m_data->runs().empty());
    QTRY_COMPARE(list().model()->rowCount(), 0);
}

void RunsTest::deletesNothingThatIsUnderWay() {
    keepARun();
    const RunLock otherWindow(run());
    select(0);
    act("deleteRuns");
    QTRY_VERIFY(notice().contains(QStringLiteral("under way")));
    QCOMPARE(m_data->runs().size(), std::size_t{1});
}

void RunsTest::aModelWhoseRunIsDeletedWouldBeLost() {
    trainQuickly();
    lookAtRuns(1);
    select(0);
    act("deleteRuns");
    QTRY_COMPARE(list().model()->rowCount(), 0);
    m_lab->window.close();
    auto* question = m_lab->window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"));
    QVERIFY(question != nullptr);
    QVERIFY(question->informativeText().contains(QStringLiteral("lost")));
    question->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!m_lab->window.isVisible());
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::RunsTest)
#include "runs_test.moc"
