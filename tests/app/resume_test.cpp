// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/run_folder.h"
#include "app/files/run_lock.h"
#include "app/files/stopped_runs.h"
#include "tests/app/window_fixture.h"
#include "ui/charts/training_charts.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/notice_bar.h"
#include "ui/window/stopped_runs_dialog.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <span>

namespace digitlab::test {

/// Runs that are stopped in the window, and resumed there.
class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_data = std::make_unique<DataFolder>(); }
    void cleanup() { m_data.reset(); }

    void resumesAStoppedRun();
    void listsOnlyRunsThatCanBeResumed();

private:
    std::unique_ptr<DataFolder> m_data;
};

void ResumeTest::resumesAStoppedRun() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    setEndlessRun(lab);
    const WindowActions& actions = lab.window.actions();
    QVERIFY(!actions.resumeRun->shortcut().isEmpty());
    actions.train->trigger();
    QVERIFY(!actions.resumeRun->isEnabled());
    const auto rows = [&lab] { return lab.window.charts().toCsv().count('\n'); };
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 40, kLong); // beyond the first epoch
    actions.stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!lab.isTraining(), kLong);
    const auto folder = m_data->runs().front();
    const Checkpoint stopped = readCheckpoint(folder);
    const auto rowsOfOne = rows();

    actions.resumeRun->trigger();
    auto* listed = lab.window.findChild<StoppedRunsDialog*>();
    QVERIFY(listed != nullptr);
    auto* go = listed->findChild<QPushButton*>(QStringLiteral("resumeChosen"));
    QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), kLong); // the run is listed, and selected
    const auto* list = listed->findChild<QTreeWidget*>();
    QVERIFY(list->topLevelItem(0)->text(1).startsWith(QStringLiteral("lenet5, ")));
    go->click();
    // The curve goes on, from its beginning.
    QTRY_VERIFY_WITH_TIMEOUT(rows() > rowsOfOne + 5, kLong);
    QCOMPARE(lab.window.charts().runCount(), 1);
    actions.stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!lab.isTraining(), kLong);
    QCOMPARE(m_data->runs().size(), std::size_t{1}); // it went on in its own folder
    const Checkpoint later = readCheckpoint(folder);
    QVERIFY(later.step > stopped.step);
    QCOMPARE(later.history.batches.size(), static_cast<std::size_t>(later.step));
    const auto sameLoss = [](const BatchResult& a, const BatchResult& b) {
        return a.loss == b.loss;
    };
    QVERIFY(std::ranges::equal(
        stopped.history.batches,
        std::span(later.history.batches).first(stopped.history.batches.size()), sameLoss));

    QTRY_VERIFY(lab.window.findChild<StoppedRunsDialog*>() == nullptr);
    QFile spoiled(m_data->file("checkpoint.safetensors"));
    QVERIFY(spoiled.open(QIODevice::WriteOnly));
    spoiled.write("no checkpoint");
    spoiled.close();
    actions.resumeRun->trigger();
    lab.window.findChild<QPushButton*>(QStringLiteral("otherRun"))->click();
    auto* files = lab.window.findChild<QFileDialog*>(QStringLiteral("resumeDialog"));
    QVERIFY(files != nullptr);
    Q_EMIT files->fileSelected(m_data->file("checkpoint.safetensors"));
    files->close();
    QTRY_VERIFY_WITH_TIMEOUT(
        lab.window.notice().text().contains(QStringLiteral("checkpoint.safetensors")), kLong);
    QVERIFY(!lab.isTraining());
    lab.window.closeForGood();
}

void ResumeTest::listsOnlyRunsThatCanBeResumed() {
    const std::filesystem::path runs = m_data->path() / "runs";
    QVERIFY(stoppedRuns(runs).empty()); // there is no such folder yet
    Lab lab;
    QVERIFY(showAndWait(lab));
    setEndlessRun(lab);
    const auto trainAndStop = [&lab] {
        lab.window.actions().train->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(lab.window.charts().toCsv().count('\n') > 5, kLong);
        lab.window.actions().stop->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!lab.isTraining(), kLong);
    };
    trainAndStop();
    const std::filesystem::path first = m_data->runs().front();
    std::filesystem::copy(first, runs / "99999999-spoiled"); // listed first, if it could be read
    std::filesystem::resize_file(runs / "99999999-spoiled" / "checkpoint.safetensors", 1000);
    std::filesystem::create_directory(runs / "99999999-without");

    const std::vector<StoppedRun> found = stoppedRuns(runs);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].folder, first);
    {
        const RunLock otherWindow(first);
        QVERIFY(stoppedRuns(runs).empty());
        try {
            const RunLock thisOne(first);
            QFAIL("two keep the same run");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("under way")));
        }
    }
    QCOMPARE(stoppedRuns(runs).size(), std::size_t{1});
    const TrainingConfig config = lab.window.settings().config();
    QCOMPARE(found[0].config.preset, config.preset);
    QCOMPARE(found[0].config.epochs, config.epochs);
    QVERIFY(found[0].epoch >= 1);
    lab.window.closeForGood();
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::ResumeTest)
#include "resume_test.moc"
