// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <gmock/gmock.h>

#include <sys/stat.h>

namespace digitlab::test {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const QStringList kQuick{"train", "--json", "--preset", "lenet5", "--set", "validation_share=10"};
const QStringList kEndless = kQuick + QStringList{"--epochs", "1000"};

std::vector<Json> only(const std::vector<Json>& lines, const char* event) {
    std::vector<Json> some;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(some),
                 [event](const Json& line) { return line["event"] == event; });
    return some;
}

/// Accuracy of a model file on the test half of the data set.
double accuracyOf(const QString& model) {
    const Ended ended = runProgram({"evaluate", "--json", "--model", model});
    EXPECT_EQ(ended.status, 0) << ended.err;
    return ended.lines().at(0)["accuracy"];
}

/// Reads lines until one is of that event, and gives all that was read.
std::string readUntil(QProcess& process, const char* event) {
    std::string text;
    while (text.find(event) == std::string::npos && process.waitForReadyRead(60'000)) {
        text += process.readAllStandardOutput().toStdString();
    }
    return text;
}

class TrainCommand : public testing::Test {
protected:
    DrawnMnist mnist;
    Folder folder;
};

TEST_F(TrainCommand, PrintsOneObjectALineAndSaves) {
    const QString model = folder.file("model 数字.safetensors");
    const Ended ended = runProgram(kQuick + QStringList{"--epochs", "2", "--out", model});
    EXPECT_EQ(ended.status, 0);
    EXPECT_EQ(ended.err, "");

    const auto lines = ended.lines();
    ASSERT_GE(lines.size(), 5U);
    const Json& start = lines.front();
    EXPECT_THAT(keysOf(start),
                ElementsAre("event", "parameters", "train_images", "validation_images", "config"));
    EXPECT_EQ(start["event"], "start");
    EXPECT_EQ(start["parameters"], 61706); // LeNet-5, by hand
    EXPECT_EQ(start["train_images"], 1800);
    EXPECT_EQ(start["validation_images"], 200);
    EXPECT_EQ(start["config"]["epochs"], 2);

    const auto progress = only(lines, "progress");
    ASSERT_GE(progress.size(), 1U);
    std::int64_t step = 0;
    for (const Json& line : progress) {
        EXPECT_THAT(keysOf(line),
                    ElementsAre("event", "epoch", "step", "loss", "accuracy", "images_per_second"));
        EXPECT_GT(line["step"].get<std::int64_t>(), step);
        step = line["step"];
    }

    const auto epochs = only(lines, "epoch");
    ASSERT_EQ(epochs.size(), 2U);
    EXPECT_THAT(keysOf(epochs[0]),
                ElementsAre("event", "epoch", "train_loss", "train_accuracy", "validation_loss",
                            "validation_accuracy", "seconds"));
    EXPECT_EQ(epochs[0]["epoch"], 1);
    EXPECT_EQ(epochs[1]["epoch"], 2);
    EXPECT_LT(epochs[1]["train_loss"].get<double>(), epochs[0]["train_loss"].get<double>());

    const Json& end = lines.back();
    EXPECT_THAT(keysOf(end), ElementsAre("event", "status", "test_loss", "test_accuracy",
                                         "train_seconds", "images_per_second"));
    EXPECT_EQ(end["event"], "end");
    EXPECT_EQ(end["status"], "finished");
    EXPECT_GT(end["images_per_second"].get<double>(), 0);
    EXPECT_EQ(accuracyOf(model), end["test_accuracy"].get<double>());
}

TEST_F(TrainCommand, AppliesPresetThenFieldsThenShortOptions) {
    const Ended ended = runProgram({"train",    "--json",
                                    "--epochs", "1",
                                    "--seed",   "5",
                                    "--set",    "train_images=64",
                                    "--set",    "epochs=9",
                                    "--set",    "conv3.channels=3",
                                    "--set",    "preset=lenet5",
                                    "--set",    "conv1.channels=4",
                                    "--set",    "conv1.channels=3",
                                    "--preset", "compact"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    const Json config = ended.lines().at(0)["config"];
    EXPECT_EQ(config["preset"], "lenet5");
    EXPECT_EQ(config["conv1.channels"], 3);
    EXPECT_EQ(config["train_images"], 64); // which images is no part of a preset
    EXPECT_EQ(config["epochs"], 1);
    EXPECT_EQ(config["seed"], 5);
    EXPECT_FALSE(config.contains("conv3.channels"));
}

TEST_F(TrainCommand, SaysNullWhereNothingIsHeldOut) {
    const Ended ended = runProgram({"train", "--json", "--preset", "lenet5", "--epochs", "1",
                                    "--set", "train_images=64", "--set", "validation_share=0"});
    const auto epochs = only(ended.lines(), "epoch");
    ASSERT_EQ(epochs.size(), 1U);
    EXPECT_TRUE(epochs[0]["validation_loss"].is_null());
    EXPECT_TRUE(epochs[0]["validation_accuracy"].is_null());
}

TEST_F(TrainCommand, LearnsFromDrawnDigitsWithoutADataSet) {
    const Ended ended = runProgram({"train", "--json", "--dataset", "synthetic", "--preset",
                                    "lenet5", "--epochs", "1", "--set", "train_images=12000"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.lines().front()["train_images"], 12'000);
    EXPECT_EQ(ended.lines().front()["validation_images"], 3'000);
    EXPECT_GT(ended.lines().back()["test_accuracy"].get<double>(), 0.9);
}

TEST_F(TrainCommand, TellsAPersonWithoutTerminalCodes) {
    const QString model = folder.file("m.safetensors");
    const Ended ended =
        runProgram({"train", "--preset", "lenet5", "--epochs", "1", "--out", model});
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.out, HasSubstr("lenet5: 61706 parameters"));
    EXPECT_THAT(ended.out, HasSubstr("\nepoch 1/1 "));
    EXPECT_THAT(ended.out, HasSubstr("\ntest accuracy "));
    EXPECT_THAT(ended.out, HasSubstr("\nsaved as " + model.toStdString() + "\n"));
    EXPECT_EQ(ended.out.find_first_of("\r\033"), std::string::npos);
}

class Interrupted : public TrainCommand, public testing::WithParamInterface<int> {};

TEST_P(Interrupted, SavesWhatWasTrained) {
    const QString model = folder.file("m.safetensors");
    const auto process = startProgram(kEndless + QStringList{"--out", model});
    const std::string before = readUntil(*process, "\"epoch\":2,");
    ::kill(static_cast<pid_t>(process->processId()), GetParam());
    Ended ended = endOf(*process);
    ended.out = before + ended.out;

    EXPECT_EQ(ended.status, 130);
    EXPECT_EQ(ended.err, "");
    const Json end = ended.lines().back();
    EXPECT_EQ(end["event"], "end");
    EXPECT_EQ(end["status"], "stopped");
    EXPECT_EQ(accuracyOf(model), end["test_accuracy"].get<double>());
}

INSTANTIATE_TEST_SUITE_P(Cli, Interrupted, testing::Values(SIGINT, SIGTERM, SIGHUP));

/// Waits until a process has taken Ctrl-C upon itself.
void waitUntilWatched(qint64 pid) {
    const QString name = QStringLiteral("/proc/%1/status").arg(pid);
    for (bool watched = false; !watched;) {
        QFile file(name);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray status = file.readAll();
        const auto mask = status.mid(status.indexOf("SigBlk:") + 7, 17).trimmed();
        watched = (mask.toULongLong(nullptr, 16) >> (SIGINT - 1) & 1U) != 0;
    }
}

TEST_F(TrainCommand, InterruptedBeforeItTrainsKeepsTheOldFile) {
    const QString model = folder.write("m.safetensors", "old");
    const auto process = startProgram(kEndless + QStringList{"--out", model});
    waitUntilWatched(process->processId());
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const Ended ended = endOf(*process);
    EXPECT_EQ(ended.status, 130);
    const Json end = ended.lines().back();
    EXPECT_EQ(end["status"], "stopped");
    EXPECT_TRUE(end["test_accuracy"].is_null());
    EXPECT_EQ(folder.read("m.safetensors"), "old");
}

TEST_F(TrainCommand, SavesWhereNobodyReadsOn) {
    const QString model = folder.file("m.safetensors");
    const Ended ended = runShell("{ \"$0\" \"$@\"; echo $? >&2; } | head -n 1",
                                 kEndless + QStringList{"--out", model});
    EXPECT_EQ(ended.lines().size(), 1U);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("standard output"), HasSubstr("\n1\n")));
    EXPECT_GT(accuracyOf(model), 0);
}

// A full disk is played by a limit on the size of files: writing fails in the middle as it would.
TEST_F(TrainCommand, LeavesTheOldFileWhereTheNewOneDoesNotFit) {
    const QString model = folder.write("m.safetensors", "old");
    const Ended ended = runShell("trap '' XFSZ; ulimit -f 20; exec \"$0\" \"$@\"",
                                 kQuick + QStringList{"--epochs", "1", "--out", model});
    EXPECT_EQ(ended.status, 1);
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("Cannot write " + model.toStdString()));
    EXPECT_THAT(ended.err, HasSubstr("File too large"));
    EXPECT_EQ(folder.read("m.safetensors"), "old");
    EXPECT_EQ(folder.names(), QStringList{"m.safetensors"});
    // The run itself is told all the same.
    EXPECT_TRUE(ended.lines().back()["test_accuracy"].is_number());
}

void expectRefusedBeforeTraining(const QString& out) {
    const Ended ended = runProgram(kEndless + QStringList{"--out", out});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("Cannot write " + out.toStdString()));
}

TEST_F(TrainCommand, RefusesAFileThatCannotBeWritten) {
    expectRefusedBeforeTraining(folder.file("missing/m.safetensors"));
    expectRefusedBeforeTraining(folder.file("."));
    expectRefusedBeforeTraining(folder.write("file", "x") + "/m.safetensors");
    // A pipe or a device must not be replaced by a file.
    const QString pipe = folder.file("pipe");
    ASSERT_EQ(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
    expectRefusedBeforeTraining(pipe);
    EXPECT_EQ(folder.names(), (QStringList{"file", "pipe"})); // no trace of having tried
}

void expectRefusedData(const QString& dataset, const std::string& says) {
    const Ended ended = runProgram({"train", "--dataset", dataset, "--json"});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(says));
}

TEST_F(TrainCommand, RefusesBadDataByTheNameOfItsFile) {
    expectRefusedData(folder.file("nowhere"), "nowhere");
    const QString set = folder.file("set");
    QDir().mkdir(set);
    expectRefusedData(set, "train-images-idx3-ubyte");

    const QDir source(QString::fromUtf8(qgetenv("DIGITLAB_DATA")) + "/datasets/mnist");
    for (const QString& name : source.entryList(QDir::Files)) {
        ASSERT_TRUE(QFile::copy(source.filePath(name), set + "/" + name));
    }
    QFile images(set + "/t10k-images-idx3-ubyte");
    ASSERT_TRUE(images.resize(1000));
    expectRefusedData(set, "t10k-images-idx3-ubyte");
    ASSERT_TRUE(QFile::remove(images.fileName()));
    ASSERT_TRUE(QFile::copy(set + "/train-images-idx3-ubyte", images.fileName()));
    expectRefusedData(set, "t10k-labels-idx1-ubyte"); // 2,000 images, 200 labels
}

TEST_F(TrainCommand, SaysWhyADeviceCannotBeUsed) {
    const Json devices = runProgram({"info", "--json"}).lines().at(0)["devices"];
    if (devices[1]["available"] == true) {
        GTEST_SKIP() << "this machine has CUDA";
    }
    const Ended ended = runProgram(kQuick + QStringList{"--device", "cuda"});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.lines().back()["status"], "failed");
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(devices[1]["reason"].get<std::string>()));
}

TEST_F(TrainCommand, TrainsInBFloat16OrSaysWhyNot) {
    const Json bfloat16 = runProgram({"info", "--json"}).lines().at(0)["precisions"][1];
    const Ended ended = runProgram(kQuick + QStringList{"--set", "precision=bfloat16"});
    EXPECT_EQ(ended.lines().front()["config"]["precision"], "bfloat16");
    if (bfloat16["available"] == true) {
        EXPECT_EQ(ended.status, 0) << ended.err;
        EXPECT_EQ(ended.lines().back()["status"], "finished");
        return;
    }
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.lines().back()["status"], "failed");
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(bfloat16["reason"].get<std::string>()));
}

TEST_F(TrainCommand, SaysThatItDiverged) {
    const Ended ended = runProgram(
        kQuick + QStringList{"--set", "learning_rate=10", "--set", "weight_decay=1", "--set",
                             "schedule=constant", "--out", folder.file("m.safetensors")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(ended.lines().back()["status"], "failed");
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_EQ(folder.names(), QStringList{});
}

} // namespace

} // namespace digitlab::test
