// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"

#include "core/data/stroke_file.h"
#include "tests/app/drawn_digits.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <gmock/gmock.h>
#include <numeric>

namespace digitlab::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;

class ReadCommands : public testing::Test {
protected:
    Folder folder;
    std::mt19937 random{3};

    /// A picture of a drawn 7.
    QString picture(const QString& name, QColor paper, QColor ink) {
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(paper);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 22, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const Stroke& stroke : drawnDigit(7, random)) {
            QPolygonF line;
            for (const Point& point : stroke) {
                line << QPointF(70 + 1.8 * point.x, 90 + 2.2 * point.y);
            }
            painter.drawPolyline(line);
        }
        painter.end();
        EXPECT_TRUE(image.save(folder.file(name)));
        return folder.file(name);
    }

    /// A stroke file with each digit twice, and two things that are no digit.
    QString strokes() {
        std::string text;
        for (int i = 0; i < 20; ++i) {
            text += toStrokeLine({i % 10, "writer", drawnDigit(i % 10, random)});
        }
        text += toStrokeLine({std::nullopt, "", {{{5, 5}}}});
        text +=
            toStrokeLine({std::nullopt, "", {{{0, 0}, {9, 9}, {0, 9}, {9, 0}, {4, 9}, {4, 0}}}});
        return folder.write("strokes 数字.jsonl", QByteArray::fromStdString(text));
    }
};

TEST_F(ReadCommands, PredictReadsDarkOnLightAndLightOnDark) {
    const QStringList files{picture("dark on light 七.png", Qt::white, Qt::black),
                            picture("light on dark.png", Qt::black, Qt::white),
                            picture("photo.jpg", QColor(230, 225, 210), QColor(30, 40, 90))};
    const Ended ended = runProgram(QStringList{"predict", "--json"} + files);
    EXPECT_EQ(ended.status, 0);
    EXPECT_EQ(ended.err, "");
    const auto lines = ended.lines();
    ASSERT_EQ(lines.size(), 3U);
    for (qsizetype i = 0; i < files.size(); ++i) {
        const Json& line = lines[static_cast<std::size_t>(i)];
        EXPECT_THAT(keysOf(line),
                    ElementsAre("file", "digit", "confidence", "probabilities", "rejected"));
        EXPECT_EQ(line["file"], files[i].toStdString());
        EXPECT_EQ(line["digit"], 7);
        EXPECT_EQ(line["rejected"], false);
        const auto probabilities = line["probabilities"].get<std::vector<double>>();
        ASSERT_EQ(probabilities.size(), 10U);
        EXPECT_NEAR(std::accumulate(probabilities.begin(), probabilities.end(), 0.0), 1, 1e-4);
        EXPECT_EQ(probabilities[7], line["confidence"].get<double>());
    }
    EXPECT_THAT(runProgram({"predict", files[0]}).out, HasSubstr(files[0].toStdString() + ": 7 ("));
}

TEST_F(ReadCommands, NumbersHaveAPointInEveryLocale) {
    const QString locale = folder.file("de_DE.UTF-8");
    if (QProcess::execute("localedef", {"-i", "de_DE", "-f", "UTF-8", locale}) != 0) {
        GTEST_SKIP() << "localedef cannot make a locale with a comma here";
    }
    const QString script = "LOCPATH=\"$1\" LC_ALL=de_DE.UTF-8 \"$0\" predict \"$2\"";
    const QString file = picture("seven.png", Qt::white, Qt::black);
    const Ended ended = runShell(script, {folder.file("."), file});
    EXPECT_EQ(ended.err, "");
    EXPECT_THAT(ended.out, MatchesRegex(".*: 7 \\([0-9]+\\.[0-9] %\\)\n"));
}

TEST_F(ReadCommands, PredictGoesOnAfterABadPicture) {
    QImage huge(10000, 10000, QImage::Format_Mono);
    huge.fill(1);
    ASSERT_TRUE(huge.save(folder.file("huge.png")));
    const QStringList bad{folder.write("text.png", "no picture"),
                          folder.write("empty.png", ""),
                          folder.write("half.png", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)),
                          folder.file("huge.png"),
                          folder.file("missing.png"),
                          folder.file(".")};
    const Ended ended = runProgram(QStringList{"predict", "--json"} + bad +
                                   QStringList{picture("good.png", Qt::white, Qt::black)});
    EXPECT_EQ(ended.status, 1);
    for (const QString& file : bad) {
        EXPECT_THAT(ended.err, HasSubstr(file.toStdString()));
    }
    const auto lines = ended.lines();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["digit"], 7);
    EXPECT_TRUE(runProgram({"predict", bad[0]}).saysOneLine());
}

TEST_F(ReadCommands, EvaluateScoresStrokes) {
    const Ended ended = runProgram({"evaluate", "--json", "--strokes", strokes()});
    EXPECT_EQ(ended.status, 0);
    EXPECT_EQ(ended.err, "");
    const auto lines = ended.lines();
    ASSERT_EQ(lines.size(), 1U);
    const Json& scores = lines[0];
    EXPECT_THAT(keysOf(scores), ElementsAre("count", "correct", "accuracy", "confusion", "ece",
                                            "rejected", "non_digits", "non_digits_rejected"));
    EXPECT_EQ(scores["count"], 20);
    EXPECT_EQ(scores["non_digits"], 2);
    EXPECT_LE(scores["non_digits_rejected"].get<int>(), 2);
    EXPECT_GE(scores["accuracy"].get<double>(), 0.8);
    EXPECT_EQ(scores["accuracy"].get<double>(), scores["correct"].get<double>() / 20);

    const auto confusion = scores["confusion"].get<std::vector<std::vector<int>>>();
    ASSERT_EQ(confusion.size(), 10U);
    int correct = 0;
    for (std::size_t truth = 0; truth < 10; ++truth) {
        ASSERT_EQ(confusion[truth].size(), 10U);
        EXPECT_EQ(std::accumulate(confusion[truth].begin(), confusion[truth].end(), 0), 2);
        correct += confusion[truth][truth];
    }
    EXPECT_EQ(correct, scores["correct"].get<int>());
}

/// Of a 9 with a smaller 1 beside it the network alone would mostly name the 9.
TEST_F(ReadCommands, TwoDigitsAtOnceAreRefused) {
    std::string text;
    for (int i = 0; i < 10; ++i) {
        Ink pair = drawnDigit(9, random);
        double right = 0;
        double top = 100;
        double bottom = 0;
        for (const Stroke& stroke : pair) {
            for (const Point& point : stroke) {
                right = std::max(right, point.x);
                top = std::min(top, point.y);
                bottom = std::max(bottom, point.y);
            }
        }
        const double height = bottom - top;
        const double place = right + 0.2 * height;
        pair.push_back({{place, bottom - 0.8 * height}, {place, bottom}});
        text += toStrokeLine({std::nullopt, "", pair});
    }
    const QString file = folder.write("pairs.jsonl", QByteArray::fromStdString(text));
    const auto lines = runProgram({"evaluate", "--json", "--strokes", file}).lines();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["non_digits_rejected"], 10);
}

TEST_F(ReadCommands, EvaluateShowsTheWorstMistakes) {
    std::string text;
    for (int i = 0; i < 7; ++i) { // the last two bear the label of another digit
        text += toStrokeLine({i < 5 ? i : 9, "writer", drawnDigit(i < 5 ? i : 1, random)});
    }
    const QString file = folder.write("strokes.jsonl", QByteArray::fromStdString(text));
    const QString picture = folder.file("worst 最差.png");
    const QStringList call{"evaluate", "--strokes", file, "--mistakes", picture};
    const Json scores = runProgram(call + QStringList{"--json"}).lines().at(0);
    ASSERT_EQ(scores["mistakes"].size(), 2U);
    for (const Json& mistake : scores["mistakes"]) {
        EXPECT_GE(mistake["index"], 5);
        EXPECT_EQ(mistake["truth"], 9);
        EXPECT_EQ(mistake["answer"], 1);
        EXPECT_GT(mistake["certainty"], 0.5);
    }
    const QImage saved(picture);
    EXPECT_EQ(saved.size(), QSize(2 * 28 * 4, 28 * 4));
    EXPECT_EQ(saved.pixelColor(0, 0), QColor(Qt::black));
    EXPECT_GT(qGray(saved.pixel(14 * 4, 14 * 4)), 128); // the ink of a 1
    EXPECT_THAT(runProgram(call).out, HasSubstr("9 read as 1"));
}

TEST_F(ReadCommands, EvaluateRefusesAPlaceForMistakesThatCannotBeWritten) {
    const Ended ended =
        runProgram({"evaluate", "--strokes", strokes(), "--mistakes", folder.file("no/worst.png")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_TRUE(ended.saysOneLine());
    EXPECT_THAT(ended.err, HasSubstr("worst.png"));
}

TEST_F(ReadCommands, EvaluateScoresTheTestHalf) {
    const DrawnMnist mnist;
    const Json scores = runProgram({"evaluate", "--json"}).lines().at(0);
    EXPECT_EQ(scores["count"], 200);
    EXPECT_EQ(scores["non_digits"], 0);
    const Ended text = runProgram({"evaluate"});
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.out,
                HasSubstr(std::to_string(scores["correct"].get<int>()) + " of 200 digits read"));
}

TEST_F(ReadCommands, EvaluateScoresTheSyntheticTestHalf) {
    const Ended ended = runProgram({"evaluate", "--json", "--dataset", "synthetic"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    const Json scores = ended.lines().at(0);
    EXPECT_EQ(scores["count"], 10'000);
    EXPECT_GT(scores["accuracy"].get<double>(), 0.85);
}

TEST_F(ReadCommands, EvaluateRefusesBadStrokesByLine) {
    const struct {
        const char* text;
        const char* says;
    } kinds[] = {{"\n", "at least one line"},
                 {"not json\n", "line 1"},
                 {"{\"label\":1,\"strokes\":[[[0,0]]]}\n{\"label\":10,\"strokes\":[]}\n", "line 2"},
                 {"{\"strokes\":[[[0,0]]]}\n", "\"label\""},
                 {"{\"label\":1}\n", "\"strokes\""},
                 {"{\"label\":1,\"strokes\":[[[0,\"x\"]]]}\n", "line 1"},
                 {"{\"label\":1,\"strokes\":[[[0,0]]]", "line 1"}};
    for (const auto& kind : kinds) {
        const QString file = folder.write("bad.jsonl", kind.text);
        const Ended ended = runProgram({"evaluate", "--json", "--strokes", file});
        EXPECT_EQ(ended.status, 1);
        EXPECT_EQ(ended.out, "");
        EXPECT_TRUE(ended.saysOneLine()) << ended.err;
        EXPECT_THAT(ended.err, HasSubstr(file.toStdString()));
        EXPECT_THAT(ended.err, HasSubstr(kind.says));
    }
    const QString missing = folder.file("missing.jsonl");
    EXPECT_THAT(runProgram({"evaluate", "--strokes", missing}).err,
                HasSubstr(missing.toStdString()));
}

TEST_F(ReadCommands, RefuseABadModelByItsName) {
    const QString image = picture("seven.png", Qt::white, Qt::black);
    for (const QString& bad :
         {folder.write("text.safetensors", "no model at all"),
          folder.write("short.safetensors", QByteArray("\xff\0\0\0\0\0\0\0{", 9)),
          folder.write("empty.safetensors", ""), folder.file("missing.safetensors"), image}) {
        for (const QStringList& call :
             {QStringList{"predict", image}, QStringList{"evaluate", "--strokes", strokes()}}) {
            const Ended ended = runProgram(call + QStringList{"--json", "--model", bad});
            EXPECT_EQ(ended.status, 1);
            EXPECT_EQ(ended.out, "");
            EXPECT_TRUE(ended.saysOneLine()) << ended.err;
            EXPECT_THAT(ended.err, HasSubstr(bad.toStdString()));
        }
    }
}

} // namespace

} // namespace digitlab::test
