// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stroke_file.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>
#include <limits>
#include <set>

using namespace digitlab;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

std::vector<StrokeSample> read(const std::string& content) {
    const TemporaryFolder folder;
    return readStrokeFile(folder.write("ink.jsonl", content));
}

std::string errorIn(const std::string& content) {
    return errorOf([&] { read(content); });
}

TEST(StrokeFile, ReadsLabelWriterAndStrokes) {
    const auto samples = read(R"({"label":7,"writer":"ann","strokes":[[[1,2],[3.5,-4e1]],[[5,6]]]})"
                              "\n");
    ASSERT_THAT(samples, SizeIs(1));
    EXPECT_EQ(samples[0].label, 7);
    EXPECT_EQ(samples[0].writer, "ann");
    EXPECT_EQ(samples[0].ink, (Ink{{{1, 2}, {3.5, -40}}, {{5, 6}}}));
}

TEST(StrokeFile, NullIsNoDigit) {
    EXPECT_EQ(read(R"({"label":null,"strokes":[]})")[0].label, std::nullopt);
}

TEST(StrokeFile, KeepsFurtherNumbersOfAPoint) {
    EXPECT_EQ(read(R"({"label":1,"strokes":[[[1,2,1700000000000,0.5]]]})")[0].ink[0][0].more,
              (std::vector<double>{1700000000000, 0.5}));
}

TEST(StrokeFile, AllowsEmptyStrokes) {
    EXPECT_THAT(read(R"({"label":1,"strokes":[]})")[0].ink, IsEmpty());
    EXPECT_EQ(read(R"({"strokes":[[]],"label":1})")[0].ink, Ink{{}});
}

TEST(StrokeFile, IgnoresOtherKeys) {
    const auto samples =
        read(R"({"id":{"label":99,"strokes":"x","a":[1,{"b":[]}]},"label":3,"t":[[null,true]],)"
             R"("strokes":[[[1,2]]],"z":-1.5})");
    EXPECT_EQ(samples[0].label, 3);
    EXPECT_EQ(samples[0].ink, (Ink{{{1, 2}}}));
}

TEST(StrokeFile, AllowsCarriageReturnsEmptyLinesAMarkAndNoLastLineFeed) {
    const std::string line = R"({"label":1,"strokes":[]})";
    EXPECT_THAT(read("\xEF\xBB\xBF" + line + "\r\n\r\n\n  \n" + line), SizeIs(2));
    EXPECT_THAT(read(""), IsEmpty());
    EXPECT_THAT(read("\n"), IsEmpty());
}

TEST(StrokeFile, RoundTrip) {
    const StrokeSample sample{
        4, "a \"b\" \n ü", {{{0.1, 1e-7, {3, 0.25}}, {-1e9, 12345678.9}}, {}, {{1, 2}}}};
    const auto line = toStrokeLine(sample);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_EQ(read(line + line), (std::vector{sample, sample}));
    const StrokeSample unlabelled{std::nullopt, "", {{{1, 2}}}};
    EXPECT_EQ(read(toStrokeLine(unlabelled)), std::vector{unlabelled});
}

TEST(StrokeFile, WritesOnlyWhatCanBeReadAgain) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    const StrokeSample sample{1, "\xff", {{{kNaN, 1}, {1, 2}, {3, 4, {kNaN}}}}};
    EXPECT_EQ(read(toStrokeLine(sample))[0].ink, (Ink{{{1, 2}}}));
}

struct BadLine {
    const char* name;
    std::string line;
    const char* reason;
};

void PrintTo(const BadLine& bad, std::ostream* out) {
    *out << bad.name;
}

class BadLines : public testing::TestWithParam<BadLine> {};

TEST_P(BadLines, AreRefusedWithTheirNumber) {
    const std::string good = R"({"label":1,"strokes":[]})";
    EXPECT_THAT(errorIn(good + "\n\n" + GetParam().line + "\n" + good),
                AllOf(HasSubstr("ink.jsonl, line 3:"), HasSubstr(GetParam().reason),
                      HasSubstr("expected")));
}

INSTANTIATE_TEST_SUITE_P(
    StrokeFile, BadLines,
    testing::Values(
        BadLine{"text", "hello", "no valid JSON"},
        BadLine{"cut", R"({"label":1,"strokes":[[[1,2)", "no valid JSON"},
        BadLine{"two", R"({"label":1,"strokes":[]} {})", "no valid JSON"},
        BadLine{"utf8", "{\"label\":1,\"writer\":\"\xff\",\"strokes\":[]}", "no valid JSON"},
        BadLine{"list", "[1,2]", "no JSON object"}, BadLine{"number", "7", "no JSON object"},
        BadLine{"null", "null", "no JSON object"},
        BadLine{"noStrokes", R"({"label":1})", "\"strokes\" is missing"},
        BadLine{"noLabel", R"({"strokes":[]})", "\"label\" is missing"},
        BadLine{"label10", R"({"label":10,"strokes":[]})", "label is 10"},
        BadLine{"labelNegative", R"({"label":-1,"strokes":[]})", "label is -1"},
        BadLine{"labelHuge", R"({"label":18446744073709551615,"strokes":[]})",
                "label is 18446744073709551616"},
        BadLine{"labelHalf", R"({"label":1.5,"strokes":[]})", "label is no whole number"},
        BadLine{"labelText", R"({"label":"1","strokes":[]})", "label is no whole number"},
        BadLine{"labelList", R"({"label":[1],"strokes":[]})", "label is no whole number"},
        BadLine{"strokesNull", R"({"label":1,"strokes":null})", "strokes are malformed"},
        BadLine{"strokesObject", R"({"label":1,"strokes":{}})", "strokes are malformed"},
        BadLine{"strokeNumber", R"({"label":1,"strokes":[1]})", "strokes are malformed"},
        BadLine{"pointNumber", R"({"label":1,"strokes":[[1,2]]})", "strokes are malformed"},
        BadLine{"pointText", R"({"label":1,"strokes":[[["1",2]]]})", "strokes are malformed"},
        BadLine{"pointNull", R"({"label":1,"strokes":[[[1,null]]]})", "strokes are malformed"},
        BadLine{"pointDeep", R"({"label":1,"strokes":[[[[1,2]]]]})", "strokes are malformed"},
        BadLine{"pointShort", R"({"label":1,"strokes":[[],[[1,2],[3]]]})",
                "point of stroke 2 has 1 numbers"},
        BadLine{"pointEmpty", R"({"label":1,"strokes":[[[]]]})", "point of stroke 1 has 0 numbers"},
        BadLine{"far", R"({"label":1,"strokes":[[[1,2e9]]]})", "lies at 2e+09"},
        BadLine{"infinite", R"({"label":1,"strokes":[[[1e999,2]]]})", "no valid JSON"},
        BadLine{"nan", R"({"label":1,"strokes":[[[NaN,2]]]})", "no valid JSON"},
        BadLine{"nested", std::string(1'000'000, '['), "no JSON object"},
        BadLine{"nestedInside", R"({"x":)" + std::string(1'000'000, '['), "nested too deeply"},
        BadLine{"nestedObjects",
                [] {
                    std::string line;
                    for (int i = 0; i < 100'000; ++i)
                        line += R"({"x":)";
                    return line;
                }(),
                "nested too deeply"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(StrokeFile, RefusesAWriterThatIsNoText) {
    EXPECT_THAT(errorIn(R"({"label":1,"writer":5,"strokes":[]})"), HasSubstr("writer is no text"));
}

TEST(StrokeFile, RefusesALineWithoutEnd) {
    EXPECT_THAT(errorIn(std::string((16U << 20) + 1, 'x')), HasSubstr("line is too long"));
}

TEST(StrokeFile, RefusesAFileTooLargeBeforeItIsRead) {
    const TemporaryFolder folder;
    const auto path = folder.write("ink.jsonl", std::string("{}"));
    std::filesystem::resize_file(path, std::uint64_t{1} << 40);
    EXPECT_THAT(errorOf([&] { readStrokeFile(path); }), HasSubstr("is too large"));
}

TEST(StrokeFile, ReadsRealStrokesToTheEnd) {
    const std::filesystem::path folder = DIGITLAB_PEN_DATA;
    if (!std::filesystem::exists(folder / "pendigits-tra.jsonl"))
        GTEST_SKIP() << "no pen data in " << folder;
    const auto samples = readStrokeFile(folder / "pendigits-tra.jsonl");
    EXPECT_THAT(samples, SizeIs(7494));
    std::set<std::string> writers;
    for (const auto& sample : samples) {
        EXPECT_TRUE(sample.label.has_value());
        EXPECT_FALSE(sample.ink.empty());
        writers.insert(sample.writer);
    }
    EXPECT_THAT(writers, SizeIs(30));
    EXPECT_THAT(readStrokeFile(folder / "unipen.jsonl"), SizeIs(14382));
}

} // namespace
