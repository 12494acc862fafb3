// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/drawn_digits.h"
#include "core/data/scans.h"
#include "core/ink/digit_image.h"
#include "core/random.h"
#include "core/synthesis/drawing.h"
#include "tests/app/cli/program.h"

#include <QFile>

#include <algorithm>
#include <gmock/gmock.h>
#include <tuple>

namespace digitlab::test {

namespace {

using testing::HasSubstr;

const QStringList kQuick{"train",    "--json", "--preset", "lenet5",
                         "--epochs", "1",      "--set",    "validation_share=0"};

QByteArray bytesOf(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

double trainLossOf(const Ended& ended) {
    const std::vector<Json> lines = ended.lines();
    const auto epoch =
        std::ranges::find_if(lines, [](const Json& line) { return line["event"] == "epoch"; });
    return (*epoch)["train_loss"];
}

/// Digits on a page: dark on white, larger than MNIST's, not in the middle.
ImageSet scanned(std::span<const std::uint8_t> labels) {
    constexpr int kSide = 40;
    Random random{1};
    ImageSet page{kSide, {}};
    for (const std::uint8_t label : labels) {
        const DigitImage digit = renderInk(drawDigit(label, random));
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x) {
                const int row = y - 3;
                const int column = x - 8;
                const bool inside =
                    row >= 0 && row < kDigitSide && column >= 0 && column < kDigitSide;
                const int ink =
                    inside ? digit[static_cast<std::size_t>(row * kDigitSide + column)] : 0;
                page.pixels.push_back(static_cast<std::uint8_t>(255 - ink));
            }
        }
    }
    return page;
}

/// What other people drew or wrote, besides the data set.
class PeoplesDigits : public testing::Test {
protected:
    DrawnMnist mnist;
    Folder folder;
};

TEST_F(PeoplesDigits, OfStrokeFilesAreLearned) {
    Random random{1};
    std::string text;
    int strangers = 0; // who may be held out
    for (int i = 0; i < 60; ++i) {
        const std::string writer = "writer " + std::to_string(i % 20);
        strangers += isHeldOut(writer) ? 1 : 0;
        text += toStrokeLine({i % 10, writer, drawDigit(i % 10, random)});
    }
    text += toStrokeLine({std::nullopt, "", {{{5, 5}}}}); // no digit
    const QString strokes = folder.write("strokes.jsonl", QByteArray::fromStdString(text));
    const auto learned = [&](const QStringList& more) {
        const Ended ended = runProgram(kQuick + more);
        EXPECT_EQ(ended.status, 0) << ended.err;
        return ended.lines().front()["train_images"].get<int>();
    };
    const int alone = learned({});
    EXPECT_EQ(learned({"--strokes", strokes}), alone + 60);
    EXPECT_EQ(learned({"--strokes", strokes, "--hold-out-writers"}), alone + 60 - strangers);
    EXPECT_EQ(learned({"--strokes", strokes, "--strokes", strokes}), alone + 120);

    const Ended scored =
        runProgram({"evaluate", "--json", "--strokes", strokes, "--held-out-writers"});
    EXPECT_EQ(scored.lines().at(0)["count"], strangers);

    const QString nothing = folder.write("nothing.jsonl", "{\"label\":null,\"strokes\":[]}\n");
    EXPECT_THAT(runProgram(kQuick + QStringList{"--strokes", nothing}).err,
                HasSubstr("nothing.jsonl holds no digit to learn from"));
}

TEST_F(PeoplesDigits, OfScansAreLearned) {
    Bytes labels;
    Bytes writers;
    int strangers = 0;
    for (std::uint8_t i = 0; i < 60; ++i) {
        labels.push_back(i % 10);
        writers.push_back(i % 20);
        strangers += isHeldOut("page " + std::to_string(i % 20)) ? 1 : 0;
    }
    const QString page = folder.write("page.idx3", bytesOf(toIdx(scanned(labels))));
    std::ignore = folder.write("page-labels.idx1", bytesOf(toIdx(labels)));
    std::ignore = folder.write("page-writers.idx1", bytesOf(toIdx(writers)));

    const Ended learned = runProgram(kQuick + QStringList{"--scans", page, "--hold-out-writers"});
    EXPECT_EQ(learned.lines().front()["train_images"], 2'000 + 60 - strangers) << learned.err;

    const auto scored = [&](const QStringList& more) {
        const Ended ended = runProgram(QStringList{"evaluate", "--json", "--scans", page} + more);
        EXPECT_EQ(ended.status, 0) << ended.err;
        return ended.lines().front();
    };
    EXPECT_EQ(scored({})["count"], 60);
    EXPECT_GT(scored({})["accuracy"].get<double>(), 0.9);
    EXPECT_EQ(scored({"--held-out-writers"})["count"], strangers);

    const Bytes known{Bytes(60, isHeldOut("page 0") ? 1 : 0)};
    ASSERT_FALSE(isHeldOut("page " + std::to_string(known.front())));
    std::ignore = folder.write("page-writers.idx1", bytesOf(toIdx(known)));
    const Ended none = runProgram({"evaluate", "--scans", page, "--held-out-writers"});
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("page.idx3 holds no digit"));
}

TEST_F(PeoplesDigits, ThatWereKeptAreLearnedOnlyWhereAsked) {
    const auto learned = [&](const QStringList& more) {
        const Ended ended =
            runProgram(kQuick + QStringList{"--threads", "1", "--set", "train_images=200"} + more);
        EXPECT_EQ(ended.status, 0) << ended.err;
        return trainLossOf(ended);
    };
    const double without = learned({});
    Random random{1};
    QFile kept(QString::fromUtf8(qgetenv("DIGITLAB_DATA")) + "/my-digits.jsonl");
    ASSERT_TRUE(kept.open(QIODevice::WriteOnly));
    kept.write(QByteArray::fromStdString(toStrokeLine({4, {}, drawDigit(4, random)})));
    kept.close();
    EXPECT_EQ(learned({}), without);
    EXPECT_EQ(learned({"--set", "preset=lenet5"}), without);
    EXPECT_NE(learned({"--set", "my_digits=20"}), without);
}

} // namespace

} // namespace digitlab::test
