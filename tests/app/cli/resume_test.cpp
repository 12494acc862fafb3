// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stroke_file.h"
#include "core/synthesis/drawing.h"
#include "tests/app/cli/program.h"

#include <QFile>

#include <csignal>
#include <gmock/gmock.h>

namespace digitlab::test {

namespace {

using testing::HasSubstr;

const QStringList kTrain{"train", "--json", "--preset", "lenet5", "--threads", "2"};

class ResumeCommand : public testing::Test {
protected:
    /// Starts a run that is kept, and interrupts it when it has said this.
    Ended interrupted(const QString& run, const QStringList& more, const char* after) {
        const auto process = startProgram(kTrain + QStringList{"--run", run} + more);
        std::string text;
        while (text.find(after) == std::string::npos && process->waitForReadyRead(60'000)) {
            text += process->readAllStandardOutput().toStdString();
        }
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        Ended ended = endOf(*process);
        EXPECT_EQ(ended.status, 130) << ended.err;
        return ended;
    }

    DrawnMnist mnist;
    Folder folder;
};

TEST_F(ResumeCommand, BecomesWhatAnUndisturbedRunBecomes) {
    const QStringList epochs{"--epochs", "12"};
    const QString whole = folder.file("whole");
    const Ended undisturbed = runProgram(kTrain + epochs + QStringList{"--run", whole});
    ASSERT_EQ(undisturbed.status, 0) << undisturbed.err;

    const QString part = folder.file("part");
    (void)interrupted(part, epochs, "\"epoch\":2,");
    const QString out = folder.file("out.safetensors");
    const Ended resumed = runProgram({"train", "--json", "--resume", part, "--out", out});
    ASSERT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_GT(resumed.lines().front()["resumed_after_step"].get<int>(), 0);
    EXPECT_EQ(resumed.lines().back()["test_loss"], undisturbed.lines().back()["test_loss"]);
    for (const char* file : {"model.safetensors", "metrics.csv", "config.json"}) {
        EXPECT_EQ(folder.read(QStringLiteral("part/") + file),
                  folder.read(QStringLiteral("whole/") + file))
            << file;
    }
    EXPECT_EQ(folder.read("out.safetensors"), folder.read("whole/model.safetensors"));

    // What has ended has nothing left to do, however it is named.
    for (const QString& run : {part, part + "/checkpoint.safetensors"}) {
        const Ended again = runProgram({"train", "--json", "--resume", run});
        EXPECT_EQ(again.status, 1);
        EXPECT_TRUE(again.saysOneLine()) << again.err;
        EXPECT_THAT(again.err, HasSubstr("12 of 12 epochs are done"));
    }
    EXPECT_THAT(runProgram({"train", "--resume", part, "--epochs", "20"}).err,
                HasSubstr("schedule"));
}

TEST_F(ResumeCommand, LearnsFromTheDigitsThatWereKeptWhenItBegan) {
    const auto keep = [](int digit) {
        Random random{1};
        QFile kept(QString::fromUtf8(qgetenv("DIGITLAB_DATA")) + "/my-digits.jsonl");
        ASSERT_TRUE(kept.open(QIODevice::WriteOnly));
        kept.write(QByteArray::fromStdString(toStrokeLine({digit, {}, drawDigit(digit, random)})));
    };
    const QStringList more{"--epochs", "12", "--set", "my_digits=20"};
    keep(4);
    const Ended undisturbed = runProgram(kTrain + more);
    ASSERT_EQ(undisturbed.status, 0) << undisturbed.err;
    const QString part = folder.file("part");
    (void)interrupted(part, more, "\"epoch\":2,");
    keep(7);
    const Ended resumed = runProgram({"train", "--json", "--resume", part});
    ASSERT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_EQ(resumed.lines().back()["test_loss"], undisturbed.lines().back()["test_loss"]);
}

TEST_F(ResumeCommand, GoesOnFurtherWhereTheScheduleLetsIt) {
    const QString run = folder.file("run");
    const QStringList constant{"--set", "schedule=constant", "--set", "train_images=500"};
    ASSERT_EQ(runProgram(kTrain + constant + QStringList{"--epochs", "1", "--run", run}).status, 0);
    const Ended further = runProgram({"train", "--json", "--resume", run, "--set", "epochs=3"});
    ASSERT_EQ(further.status, 0) << further.err;
    EXPECT_EQ(further.lines().front()["config"]["epochs"], 3);
    const Ended text = runProgram({"train", "--resume", run, "--epochs", "4"});
    EXPECT_THAT(text.out, HasSubstr("resumed after batch 24 of 32\n"));
}

TEST_F(ResumeCommand, RefusesWhatWouldChangeTheLearning) {
    for (const QStringList& more :
         {QStringList{"--seed", "1"}, QStringList{"--set", "learning_rate=1"},
          QStringList{"--preset", "article"}, QStringList{"--threads", "1"}}) {
        const Ended ended = runProgram(QStringList{"train", "--resume", "x"} + more);
        EXPECT_EQ(ended.status, 2);
        EXPECT_TRUE(ended.saysOneLine()) << ended.err;
        EXPECT_THAT(ended.err, HasSubstr("a resumed run learns as it began"));
    }
    EXPECT_EQ(runProgram({"train", "--resume", "x", "--epochs", "0"}).status, 2);
    EXPECT_EQ(runProgram({"train", "--resume", "x", "--run", "y"}).status, 2);
    EXPECT_EQ(runProgram({"train", "--resume", ""}).status, 2);
}

TEST_F(ResumeCommand, RefusesOtherImages) {
    const QString run = folder.file("run");
    ASSERT_EQ(runProgram(kTrain +
                         QStringList{"--epochs", "1", "--set", "schedule=constant", "--run", run})
                  .status,
              0);
    const Ended ended =
        runProgram({"train", "--json", "--resume", run, "--epochs", "2", "--dataset", "synthetic"});
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.err, HasSubstr("other images"));
}

TEST_F(ResumeCommand, RefusesAFolderThatIsNoRun) {
    const auto refused = [](const QStringList& arguments, const std::string& says) {
        const Ended ended = runProgram(QStringList{"train", "--json"} + arguments);
        EXPECT_EQ(ended.status, 1);
        EXPECT_EQ(ended.out, "");
        EXPECT_TRUE(ended.saysOneLine()) << ended.err;
        EXPECT_THAT(ended.err, HasSubstr(says));
    };
    refused({"--resume", folder.file("nowhere")}, "checkpoint.safetensors does not exist");
    refused({"--resume", folder.write("a.txt", "x")}, "a.txt is no run");
    refused({"--resume", folder.write("checkpoint.safetensors", "x")}, "1 bytes");
    // A run does not go where something is.
    refused({"--run", folder.file("")}, "it is not empty");
    refused({"--run", folder.file("a.txt")}, "Cannot make a folder");
}

} // namespace

} // namespace digitlab::test
