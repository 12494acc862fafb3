// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/delete_run.h"
#include "app/files/kept_runs.h"
#include "app/files/run_folder.h"
#include "app/files/run_lock.h"
#include "app/files/save_file.h"
#include "core/error.h"
#include "core/model/checkpoint_file.h"
#include "core/model/model_file.h"
#include "tests/core/model/sample_model.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

namespace digitlab::test {

namespace {

using Path = std::filesystem::path;

/// A run of three batches an epoch that was stopped after so many of them.
Checkpoint checkpointAfter(std::int64_t step) {
    Checkpoint checkpoint;
    RunHistory& history = checkpoint.history;
    history.start.config = sampleModel().config;
    history.start.config.epochs = 2;
    history.start.stepsPerEpoch = 3;
    for (std::int64_t batch = 1; batch <= step; ++batch) {
        history.batches.push_back({batch, 0.5, 0.75});
        if (batch % 3 == 0) {
            history.epochs.push_back({static_cast<int>(batch / 3), batch, 1, 0.5, 0.25, 0.875, 1});
        }
    }
    checkpoint.step = step;
    for (const TensorShape& shape : checkpointTensorsOf(checkpoint.config(), false)) {
        checkpoint.tensors.push_back(
            {shape, std::vector<float>(static_cast<std::size_t>(shape.count()))});
    }
    return checkpoint;
}

/// Keeps a run that ended so many minutes after others.
Path keep(const Path& folder, int minute, const Checkpoint& checkpoint) {
    std::filesystem::create_directories(folder);
    Model model = sampleModel();
    model.config = checkpoint.config();
    saveFile(modelIn(folder), toSafetensors(model));
    saveFile(metricsIn(folder), metricsCsv(checkpoint.history));
    saveCheckpoint(folder, checkpoint);
    const auto time = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1000) +
                      std::chrono::minutes(minute);
    std::filesystem::last_write_time(metricsIn(folder), time);
    std::filesystem::last_write_time(folder, time);
    return folder;
}

std::vector<KeptRun> keptRuns(const Path& runs) {
    return RunCatalogue(runs).list();
}

std::vector<Path> foldersOf(const std::vector<KeptRun>& runs) {
    std::vector<Path> folders;
    for (const KeptRun& run : runs) {
        folders.push_back(run.folder);
    }
    return folders;
}

template <typename Action>
QString refusalOf(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

/// The folders of runs: what is read of them, and how they are deleted.
class KeptRunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_runs = Path(m_folder->path().toStdU16String()) / "runs";
        setTrash(m_folder->path());
    }
    void cleanup() { qunsetenv("XDG_DATA_HOME"); }

    void listsTheLastFirstWithItsScores();
    void tellsWhatCanBeResumed();
    void listsARunThatEndedByForce();
    void listsARunThatWentOnAndEndedByForce();
    void leavesOutWhatIsUnderWayOrNoRun();
    void readsAtMostTheLatest();
    void readsARunAgainWhenItHasChanged();
    void readsTheCurves();
    void movesToTheTrash();
    void deletesForGood();
    void deletesNothingThatIsUnderWay();

private:
    static void setTrash(const QString& data) { qputenv("XDG_DATA_HOME", data.toUtf8()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Path m_runs;
};

void KeptRunsTest::listsTheLastFirstWithItsScores() {
    QVERIFY(keptRuns(m_runs).empty()); // there is no such folder yet
    const Path early = keep(m_runs / "b", 1, checkpointAfter(6));
    const Path late = keep(m_runs / "a", 2, checkpointAfter(6));
    const std::vector<KeptRun> runs = keptRuns(m_runs);
    QCOMPARE(foldersOf(runs), (std::vector<Path>{late, early}));
    QVERIFY(runs[0].hasModel);
    QCOMPARE(runs[0].config.preset, "compact");
    QCOMPARE(runs[0].config.epochs, 2);
    QCOMPARE(runs[0].scores.testAccuracy, 0.9925);
    QCOMPARE(runs[0].scores.validationAccuracy, 0.9875);
    QCOMPARE(runs[0].scores.epochs, 3);
    QCOMPARE(runs[0].time, std::filesystem::last_write_time(metricsIn(late)));
}

void KeptRunsTest::tellsWhatCanBeResumed() {
    const Path done = keep(m_runs / "done", 3, checkpointAfter(6));
    keep(m_runs / "stopped", 2, checkpointAfter(4));
    const Path alone = keep(m_runs / "alone", 1, checkpointAfter(4));
    std::filesystem::remove(checkpointIn(alone));
    const std::vector<KeptRun> runs = keptRuns(m_runs);
    QCOMPARE(runs.size(), std::size_t{3});
    QVERIFY(!runs[0].isResumable);
    QVERIFY(runs[1].isResumable);
    QVERIFY(!runs[2].isResumable);
}

void KeptRunsTest::listsARunThatEndedByForce() {
    const Path folder = keep(m_runs / "killed", 1, checkpointAfter(4));
    std::filesystem::remove(modelIn(folder));
    std::filesystem::remove(metricsIn(folder));
    const std::vector<KeptRun> runs = keptRuns(m_runs);
    QCOMPARE(runs.size(), std::size_t{1});
    QVERIFY(!runs[0].hasModel && runs[0].isResumable);
    QCOMPARE(runs[0].config.preset, "compact");
    QCOMPARE(runs[0].scores.epochs, 1);
    QCOMPARE(runs[0].scores.validationAccuracy, 0.875);
    QVERIFY(!runs[0].scores.testAccuracy);
    const RunHistory history = readHistory(runs[0]); // as the checkpoint has it
    QCOMPARE(history.batches.size(), std::size_t{4});
    QCOMPARE(history.start.stepsPerEpoch, 3);
}

/// It was stopped, resumed and killed: its other files are those of the first end.
void KeptRunsTest::listsARunThatWentOnAndEndedByForce() {
    const Checkpoint first = checkpointAfter(3);
    const Path folder = keep(m_runs / "resumed", 1, first);
    Model model = sampleModel();
    model.config = first.config();
    model.scores.epochs = 1;
    saveFile(modelIn(folder), toSafetensors(model));
    saveCheckpoint(folder, checkpointAfter(6));
    const std::vector<KeptRun> runs = keptRuns(m_runs);
    QCOMPARE(runs.size(), std::size_t{1});
    QCOMPARE(runs[0].scores.epochs, 2);
    QVERIFY(!runs[0].scores.testAccuracy); // that of the first end is no longer true
    QCOMPARE(runs[0].time, std::filesystem::last_write_time(checkpointIn(folder)));
    QCOMPARE(readHistory(runs[0]).batches.size(), std::size_t{6});
}

void KeptRunsTest::leavesOutWhatIsUnderWayOrNoRun() {
    const Path good = keep(m_runs / "good", 1, checkpointAfter(4));
    const Path spoiled = keep(m_runs / "spoiled", 2, checkpointAfter(4));
    std::filesystem::resize_file(modelIn(spoiled), 1000);
    std::filesystem::resize_file(checkpointIn(spoiled), 1000);
    std::filesystem::create_directory(m_runs / "empty");
    saveFile(m_runs / "file", std::string_view("text"));
    QCOMPARE(foldersOf(keptRuns(m_runs)), std::vector<Path>{good});
    {
        const RunLock underWay(good);
        QVERIFY(keptRuns(m_runs).empty());
    }
    QCOMPARE(keptRuns(m_runs).size(), std::size_t{1});
}

void KeptRunsTest::readsAtMostTheLatest() {
    const Checkpoint checkpoint = checkpointAfter(1);
    for (int i = 0; i < 203; ++i) {
        keep(m_runs / std::to_string(i), i, checkpoint);
    }
    const std::vector<KeptRun> runs = keptRuns(m_runs);
    QCOMPARE(runs.size(), std::size_t{200});
    QCOMPARE(runs.front().folder, m_runs / "202");
    QCOMPARE(runs.back().folder, m_runs / "3");
}

void KeptRunsTest::readsARunAgainWhenItHasChanged() {
    const Path folder = keep(m_runs / "one", 1, checkpointAfter(4));
    RunCatalogue catalogue(m_runs);
    QVERIFY(catalogue.list().front().isResumable);
    std::filesystem::resize_file(modelIn(folder), 1000); // which the folder does not tell
    QVERIFY(catalogue.list().front().hasModel);
    std::filesystem::remove(checkpointIn(folder));
    QVERIFY(catalogue.list().empty());
    saveCheckpoint(folder, checkpointAfter(4));
    QVERIFY(!catalogue.list().front().hasModel);
}

void KeptRunsTest::readsTheCurves() {
    keep(m_runs / "long", 2, checkpointAfter(6));
    const Path brief = keep(m_runs / "brief", 1, checkpointAfter(2));
    const std::vector<KeptRun> runs = keptRuns(m_runs);
    const RunHistory history = readHistory(runs[0]);
    QCOMPARE(history.batches.size(), std::size_t{6});
    QCOMPARE(history.epochs.size(), std::size_t{2});
    QCOMPARE(history.start.config.preset, "compact");
    QCOMPARE(history.start.stepsPerEpoch, 3);
    // Its metrics do not tell how long its first epoch would have been, but the checkpoint does.
    QCOMPARE(readHistory(runs[1]).start.stepsPerEpoch, 3);
    std::filesystem::remove(checkpointIn(brief));
    QCOMPARE(readHistory(runs[1]).start.stepsPerEpoch, 2);

    saveFile(metricsIn(brief), std::string_view("epoch,loss\n"));
    const QString said = refusalOf([&] { (void)readHistory(runs[1]); });
    QVERIFY2(said.contains(QStringLiteral("metrics.csv, line 1")), said.toUtf8());
}

void KeptRunsTest::movesToTheTrash() {
    const Path folder = keep(m_runs / "one", 1, checkpointAfter(4));
    QVERIFY(moveRunToTrash(folder));
    QVERIFY(!std::filesystem::exists(folder));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("Trash/files/one/metrics.csv"))));
}

void KeptRunsTest::deletesForGood() {
    const Path folder = keep(m_runs / "one", 1, checkpointAfter(4));
    saveFile(m_runs / "file", std::string_view("text"));
    setTrash(m_folder->filePath(QStringLiteral("runs/file"))); // where there can be no folder
    QVERIFY(!moveRunToTrash(folder));
    QVERIFY(std::filesystem::exists(modelIn(folder)));
    deleteRun(folder);
    QVERIFY(!std::filesystem::exists(folder));
    QVERIFY(std::filesystem::exists(m_runs / "file"));
}

void KeptRunsTest::deletesNothingThatIsUnderWay() {
    const Path folder = keep(m_runs / "one", 1, checkpointAfter(4));
    const RunLock underWay(folder);
    for (const QString& said : {refusalOf([&] { (void)moveRunToTrash(folder); }),
                                refusalOf([&] { deleteRun(folder); })}) {
        QVERIFY2(said.contains(QStringLiteral("under way")), said.toUtf8());
    }
    QVERIFY(std::filesystem::exists(modelIn(folder)));
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::KeptRunsTest)
#include "kept_runs_test.moc"
