// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/training/metrics_file.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace digitlab {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kColumns =
    "step,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy\n";

/// Two epochs of three batches and a part of the third; numbers that float32 has exactly.
RunHistory sampleHistory() {
    RunHistory history;
    history.start.stepsPerEpoch = 3;
    for (std::int64_t step = 1; step <= 7; ++step) {
        history.batches.push_back({step, 2.0 / static_cast<double>(1 << step), 0.125});
    }
    history.epochs = {{1, 3, 0, 0, 0.1, 0.9, 0}, {2, 6, 0, 0, 0.05, 1.0, 0}};
    return history;
}

RunHistory withoutValidation(RunHistory history) {
    history.epochs.clear();
    return history;
}

TEST(Metrics, ComeBackAsTheyWereWritten) {
    const RunHistory written = sampleHistory();
    const RunHistory read = parseMetrics(metricsCsv(written), "metrics.csv");
    EXPECT_EQ(read.start.stepsPerEpoch, 3);
    ASSERT_EQ(read.batches.size(), written.batches.size());
    for (std::size_t i = 0; i < read.batches.size(); ++i) {
        EXPECT_EQ(read.batches[i].step, written.batches[i].step);
        EXPECT_EQ(read.batches[i].loss, written.batches[i].loss);
        EXPECT_EQ(read.batches[i].accuracy, written.batches[i].accuracy);
    }
    ASSERT_EQ(read.epochs.size(), 2U);
    EXPECT_EQ(read.epochs[1].epoch, 2);
    EXPECT_EQ(read.epochs[1].step, 6);
    EXPECT_EQ(read.epochs[1].validationLoss, 0.05);
    EXPECT_EQ(read.epochs[1].validationAccuracy, 1.0);
    EXPECT_EQ(metricsCsv(read), metricsCsv(written));
}

TEST(Metrics, TellTheirStepsWithoutValidation) {
    const std::string csv = metricsCsv(withoutValidation(sampleHistory()));
    const RunHistory read = parseMetrics(csv, "metrics.csv");
    EXPECT_EQ(read.start.stepsPerEpoch, 3);
    EXPECT_TRUE(read.epochs.empty());
}

TEST(Metrics, OfARunStoppedInItsFirstEpochLeaveItsStepsOpen) {
    RunHistory history = withoutValidation(sampleHistory());
    history.batches.resize(2);
    EXPECT_EQ(parseMetrics(metricsCsv(history), "metrics.csv").start.stepsPerEpoch, 0);
    EXPECT_TRUE(parseMetrics(kColumns, "metrics.csv").batches.empty());
}

TEST(Metrics, MayBeginInTheMiddleOfALongRun) {
    RunHistory history = sampleHistory();
    history.batches.erase(history.batches.begin(), history.batches.begin() + 4);
    const RunHistory read = parseMetrics(metricsCsv(history), "metrics.csv");
    EXPECT_EQ(read.start.stepsPerEpoch, 3);
    EXPECT_EQ(read.batches.front().step, 5);
}

TEST(Metrics, OfARunGoneAstrayAreTaken) {
    RunHistory history = sampleHistory();
    history.batches[3].loss = std::numeric_limits<double>::quiet_NaN();
    history.epochs[1].validationLoss = std::numeric_limits<double>::infinity();
    const RunHistory read = parseMetrics(metricsCsv(history), "metrics.csv");
    EXPECT_TRUE(std::isnan(read.batches[3].loss));
    EXPECT_TRUE(std::isinf(*read.epochs[1].validationLoss));
}

std::string refusal(const std::string& rows) {
    return errorOf([&] { (void)parseMetrics(kColumns + rows, "metrics.csv"); });
}

TEST(BadMetrics, OfAnotherProgram) {
    const std::string said = errorOf([] { (void)parseMetrics("epoch,loss\n1,2\n", "m.csv"); });
    EXPECT_THAT(said, StartsWith("m.csv, line 1: is \"epoch,loss\"; \"step,epoch,"));
    const std::string empty = errorOf([] { (void)parseMetrics("", "m.csv"); });
    EXPECT_THAT(empty, StartsWith("m.csv, line 1: "));
}

TEST(BadMetrics, AreRefusedWithTheirLine) {
    const std::string good = "1,1,0.5,0.25,,\n";
    EXPECT_EQ(refusal(good + "2,1,0.5\n"), "metrics.csv, line 3: has 3 cells; 6 are expected");
    EXPECT_EQ(refusal(good + "\n"), "metrics.csv, line 3: has 1 cells; 6 are expected");
    EXPECT_THAT(refusal(good + "2,1,0.5,0.25,,,\n"), HasSubstr("has 7 cells"));
    EXPECT_EQ(refusal(good + "1,1,0.5,0.25,,\n"),
              "metrics.csv, line 3: is step 1; one after step 1 is expected");
    EXPECT_EQ(refusal("1,1,much,0.25,,\n"),
              "metrics.csv, line 2: \"much\" stands there; a number is expected");
    EXPECT_THAT(refusal("1,1,0.5,,,\n"), HasSubstr("an accuracy from 0 to 1 is expected"));
    EXPECT_THAT(refusal("1,1,0.5,25,,\n"), HasSubstr("an accuracy from 0 to 1 is expected"));
    EXPECT_THAT(refusal("1,1,0.5,0.25,0.5,nan\n"), HasSubstr("an accuracy from 0 to 1"));
    for (const char* step : {"0", "-1", "1.5", "x", "", "1 ", "99999999999999999999"}) {
        EXPECT_THAT(refusal(step + std::string(",1,0.5,0.25,,\n")),
                    HasSubstr("a whole number from 1 to"))
            << step;
    }
}

TEST(BadMetrics, EpochsThatDoNotFitTheSteps) {
    EXPECT_THAT(refusal("1,1,0.5,0.25,,\n2,2,0.5,0.25,,\n3,2,0.5,0.25,,\n"),
                StartsWith("metrics.csv, line 4: step 3 does not fit epoch 2"));
    EXPECT_THAT(refusal("2,1,0.5,0.25,0.5,0.5\n3,2,0.5,0.25,0.5,0.5\n"), HasSubstr("line 3"));
    EXPECT_THAT(refusal("1,9,0.5,0.25,0.5,0.5\n"), HasSubstr("does not fit"));
    EXPECT_THAT(refusal("1,2,0.5,0.25,,\n2,1,0.5,0.25,,\n"), HasSubstr("does not fit"));
}

TEST(BadMetrics, LongTextsAreCutInMessages) {
    EXPECT_LT(refusal(std::string(500'000, 'x') + ",1,0.5,0.25,,\n").size(), 300U);
}

TEST(Metrics, AreReadFromAFile) {
    const TemporaryFolder folder;
    const auto file = folder.write("metrics.csv", metricsCsv(sampleHistory()));
    EXPECT_EQ(readMetricsFile(file).batches.size(), 7U);
    const std::string gone = errorOf([&] { (void)readMetricsFile(folder.path() / "other.csv"); });
    EXPECT_THAT(gone, HasSubstr("other.csv does not exist"));
    const auto large = folder.write("large.csv", std::string());
    std::filesystem::resize_file(large, 1'000'000'000);
    EXPECT_THAT(errorOf([&] { (void)readMetricsFile(large); }), HasSubstr("too large"));
}

} // namespace
} // namespace digitlab
