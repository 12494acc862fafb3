// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"

#include "core/training/fields.h"

#include <gmock/gmock.h>

namespace digitlab::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct WrongCall {
    QStringList arguments;
    const char* says;
};

/// What ctest calls it.
void PrintTo(const WrongCall& call, std::ostream* out) {
    *out << call.arguments.join(' ').toStdString();
}

class WrongCalls : public testing::TestWithParam<WrongCall> {};

TEST_P(WrongCalls, AreSaidInOneLine) {
    const Ended ended = runProgram(GetParam().arguments);
    EXPECT_EQ(ended.status, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, WrongCalls,
    testing::Values(
        WrongCall{{"fly"}, "fly"}, WrongCall{{""}, "not expected"}, WrongCall{{"--json"}, "--json"},
        WrongCall{{"train", "--nope"}, "--nope"}, WrongCall{{"train", "--epochs"}, "--epochs"},
        WrongCall{{"train", "--epochs", "0"}, "epochs: 0 is out of range"},
        WrongCall{{"train", "--epochs", "many"}, "expected a whole number"},
        WrongCall{{"train", "--seed", "-1"}, "seed: -1 is out of range"},
        WrongCall{{"train", "--threads", "1000"}, "threads: 1000 is out of range"},
        WrongCall{{"train", "--device", "gpu"}, "expected one of cpu, cuda"},
        WrongCall{{"train", "--preset", "nope"},
                  "expected one of article, lenet5, compact, deep, fast"},
        WrongCall{{"train", "--set", "epochs"}, "expected key=value"},
        WrongCall{{"train", "--set", "nope=1"}, "There is no field \"nope\""},
        WrongCall{{"train", "--set", "learning_rate=0,1"}, "expected a number"},
        WrongCall{{"train", "--set", "learning_rate=nan"}, "learning_rate: nan is out of range"},
        WrongCall{{"train", "--set", "conv1.kernel=28"}, "conv 1"},
        WrongCall{{"train", "--out", ""}, "--out"},
        WrongCall{{"train", "--dataset", ""}, "--dataset"},
        WrongCall{{"evaluate", "--model", ""}, "--model"},
        WrongCall{{"evaluate", "--strokes", ""}, "--strokes"},
        WrongCall{{"evaluate", "--strokes", "a", "--dataset", "b"}, "--strokes"},
        WrongCall{{"evaluate", "--scans", "a", "--strokes", "b"}, "--scans"},
        WrongCall{{"evaluate", "--scans", "a", "--dataset", "b"}, "--scans"},
        WrongCall{{"train", "--hold-out-writers"}, "--strokes or --scans"},
        WrongCall{{"evaluate", "--held-out-writers"}, "--strokes or --scans"},
        WrongCall{{"evaluate", "a"}, "not expected: a"},
        WrongCall{{"predict"}, "IMAGE is required"}, WrongCall{{"info", "a"}, "not expected: a"}));

TEST(Cli, HelpNamesTheCommands) {
    const Ended ended = runProgram({"--help"});
    EXPECT_EQ(ended.status, 0);
    EXPECT_EQ(ended.err, "");
    for (const char* command : {"train", "evaluate", "predict", "info", "130", "DIGITLAB_DATA"}) {
        EXPECT_THAT(ended.out, HasSubstr(command));
    }
}

TEST(Cli, HelpOfTrainExplainsEachFieldAndOption) {
    const Ended ended = runProgram({"train", "--help"});
    EXPECT_EQ(ended.status, 0);
    TrainingConfig config;
    config.myDigits = 0; // a script does the same on everybody's machine
    for (const Field& field : fieldsOf(config)) {
        EXPECT_THAT(ended.out, HasSubstr("  " + field.key + "=" + toText(field.get(config))));
    }
    for (const char* option : {"--dataset", "--preset", "--set", "--epochs", "--seed", "--threads",
                               "--device", "--out", "--json", "lenet5", "compact"}) {
        EXPECT_THAT(ended.out, HasSubstr(option));
    }
    for (const QString& line : QString::fromStdString(ended.out).split('\n')) {
        EXPECT_LE(line.size(), 80) << line.toStdString();
    }
}

TEST(Cli, VersionIsPrinted) {
    const Ended ended = runProgram({"--version"});
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.out, HasSubstr("Digit Lab "));
}

TEST(Cli, InfoTellsWhatItRunsOn) {
    const DrawnMnist mnist;
    const Ended ended = runProgram({"info", "--json"});
    EXPECT_EQ(ended.status, 0);
    const auto lines = ended.lines();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_THAT(keysOf(lines[0]),
                ElementsAre("version", "engine", "engine_version", "blas", "reference_blas",
                            "processor", "threads", "devices", "precisions", "qt", "data_folder",
                            "dataset_folder", "runs_folder"));
    EXPECT_EQ(lines[0]["data_folder"], qgetenv("DIGITLAB_DATA").toStdString());
    EXPECT_EQ(lines[0]["devices"][0]["device"], "cpu");
    EXPECT_EQ(lines[0]["devices"][0]["available"], true);
    EXPECT_EQ(lines[0]["devices"][1]["device"], "cuda");
    EXPECT_EQ(lines[0]["precisions"][0]["precision"], "float32");
    EXPECT_EQ(lines[0]["precisions"][0]["available"], true);
    EXPECT_EQ(lines[0]["precisions"][1]["precision"], "bfloat16");
    EXPECT_THAT(runProgram({"info"}).out, HasSubstr(lines[0]["blas"].get<std::string>()));
}

TEST(Cli, OpenBlasUsesTheKernelsThatThePersonNames) {
    const QString script = "OPENBLAS_CORETYPE=Haswell \"$0\" info --json";
    EXPECT_THAT(runShell(script, {}).lines().at(0)["blas"], HasSubstr("Haswell"));
}

TEST(Cli, OpenBlasUsesVectorsOnAProcessorThatItDoesNotKnow) {
#if defined(__x86_64__)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) {
        GTEST_SKIP() << "this processor has no long vectors";
    }
    const QString script = "unset OPENBLAS_CORETYPE; \"$0\" info --json";
    EXPECT_THAT(
        runShell(script, {}).lines().at(0)["blas"],
        testing::AnyOf(HasSubstr("Haswell"), HasSubstr("SkylakeX"), HasSubstr("Cooperlake")));
#else
    GTEST_SKIP() << "OpenBLAS chooses by itself here";
#endif
}

TEST(Cli, OutputThatCannotBeWrittenIsAFailure) {
    const Ended ended = runShell("\"$0\" info --json > /dev/full", {});
    EXPECT_EQ(ended.status, 1);
    EXPECT_TRUE(ended.saysOneLine()) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("standard output"));
}

} // namespace

} // namespace digitlab::test
