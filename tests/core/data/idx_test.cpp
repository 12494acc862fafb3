// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

using namespace digitlab;
using testing::AllOf;
using testing::HasSubstr;

namespace {

Bytes header(std::initializer_list<std::uint32_t> numbers) {
    Bytes bytes;
    for (const auto number : numbers)
        append(bytes, number);
    return bytes;
}

TEST(Idx, ReadsImagesPlainAndPacked) {
    const TemporaryFolder folder;
    const auto bytes = idxImages(5, 3, 3);
    for (const auto& path :
         {folder.write("images", bytes), folder.write("images.gz", gzipped(bytes))}) {
        const auto images = readIdxImages(path);
        EXPECT_EQ(images.side, 3);
        EXPECT_EQ(images.count(), 5U);
        EXPECT_THAT(images.image(4), testing::ElementsAre(36, 37, 38, 39, 40, 41, 42, 43, 44));
    }
}

TEST(Idx, ReadsTheSmallestAndTheLargestSide) {
    EXPECT_EQ(parseIdxImages(idxImages(1, 1, 1), "x").count(), 1U);
    EXPECT_EQ(parseIdxImages(idxImages(2, 1024, 1024), "x").side, 1024);
}

TEST(Idx, ReadsLabelsPlainAndPacked) {
    const TemporaryFolder folder;
    const auto bytes = idxLabels({0, 9, 5});
    EXPECT_EQ(readIdxLabels(folder.write("labels", bytes)), (Bytes{0, 9, 5}));
    EXPECT_EQ(readIdxLabels(folder.write("labels.gz", gzipped(bytes))), (Bytes{0, 9, 5}));
}

/// A bad file of images and what must be said of it.
struct BadFile {
    const char* name;
    Bytes bytes;
    const char* reason;
};

void PrintTo(const BadFile& file, std::ostream* out) {
    *out << file.name;
}

class BadImages : public testing::TestWithParam<BadFile> {};

TEST_P(BadImages, AreRefusedInMemoryAndInAFile) {
    const auto& file = GetParam();
    const TemporaryFolder folder;
    const auto reason = AllOf(HasSubstr(file.name), HasSubstr(file.reason));
    EXPECT_THAT(errorOf([&] { parseIdxImages(file.bytes, file.name); }), reason);
    const auto path = folder.write(file.name, file.bytes);
    EXPECT_THAT(errorOf([&] { readIdxImages(path); }), reason);
}

// A file packed with gzip is first looked at only as far as its header.
TEST_P(BadImages, AreRefusedPacked) {
    const auto& file = GetParam();
    const TemporaryFolder folder;
    const auto path = folder.write(std::string(file.name) + ".gz", gzipped(file.bytes));
    EXPECT_THAT(errorOf([&] { readIdxImages(path); }), HasSubstr(file.name));
}

Bytes changed(Bytes bytes, std::size_t index, std::uint8_t value) {
    bytes[index] = value;
    return bytes;
}

Bytes resized(Bytes bytes, std::ptrdiff_t by) {
    bytes.resize(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(bytes.size()) + by));
    return bytes;
}

INSTANTIATE_TEST_SUITE_P(
    Idx, BadImages,
    testing::Values(
        BadFile{"nothing", {}, "it has 0 bytes"}, BadFile{"scrap", {0, 0, 8}, "it has 3 bytes"},
        BadFile{"picture", {0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "is no IDX file"},
        BadFile{"floats", changed(idxImages(1, 2, 2), 2, 0x0d), "type 13"},
        BadFile{"labels", idxLabels({1, 2, 3}), "gives 1 dimensions, 3 were expected"},
        BadFile{"headless", header({0x803, 5, 28}), "its header alone needs 16"},
        BadFile{"uncounted", header({0x803, 0, 28, 28}), "count of 0"},
        BadFile{"oblong", idxImages(2, 3, 4), "3 rows and 4 columns"},
        BadFile{"flat", header({0x803, 5, 0, 0}), "0×0 pixels; a side from 1 to 1024"},
        BadFile{"giant", idxImages(1, 1025, 1025), "1025×1025 pixels"},
        BadFile{"endless", header({0x803, 0xffffffff, 1024, 1024}), "its header promises"},
        BadFile{"overflow", header({0x803, 0x10000, 0x10000, 0x10000}), "65536×65536 pixels"},
        BadFile{"short", resized(idxImages(5, 3, 3), -1),
                "it has 60 bytes, its header promises 61"},
        BadFile{"long", resized(idxImages(5, 3, 3), 1), "it has 62 bytes, its header promises 61"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Idx, RefusesImagesWhereLabelsAreExpected) {
    EXPECT_THAT(errorOf([] { parseIdxLabels(idxImages(1, 2, 2), "x"); }),
                HasSubstr("gives 3 dimensions, 1 was expected"));
}

TEST(Idx, RefusesLabelsOverNine) {
    EXPECT_THAT(errorOf([] {
                    parseIdxLabels(idxLabels({0, 9, 10}), "labels");
                }),
                AllOf(HasSubstr("labels"), HasSubstr("label number 3 is 10; 0 to 9")));
}

TEST(Idx, RefusesHalfWrittenGzip) {
    const TemporaryFolder folder;
    auto packed = gzipped(idxImages(50, 28, 28));
    packed.resize(packed.size() / 2);
    const auto path = folder.write("images.gz", packed);
    EXPECT_THAT(errorOf([&] { readIdxImages(path); }),
                AllOf(HasSubstr("images.gz"), HasSubstr("gzip data end early")));
}

TEST(Idx, RefusesAGzipThatUnpacksToMoreThanItsHeaderPromises) {
    const TemporaryFolder folder;
    auto bytes = idxImages(1, 28, 28);
    bytes.resize(50'000'000);
    const auto path = folder.write("bomb.gz", gzipped(bytes));
    EXPECT_THAT(errorOf([&] { readIdxImages(path); }), HasSubstr("more than the 800 bytes"));
}

TEST(Idx, RefusesAGzipThatCannotHoldWhatItsHeaderPromises) {
    const TemporaryFolder folder;
    const auto path = folder.write("liar.gz", gzipped(header({0x803, 2'000'000, 28, 28})));
    EXPECT_THAT(errorOf([&] { readIdxImages(path); }), HasSubstr("packed bytes cannot hold"));
}

TEST(Idx, NamesAFileThatIsNotThere) {
    EXPECT_THAT(errorOf([] { readIdxImages("/nowhere/images"); }),
                AllOf(HasSubstr("/nowhere/images"), HasSubstr("does not exist")));
}

TEST(Idx, RefusesFoldersAndPipes) {
    const TemporaryFolder folder;
    EXPECT_THAT(errorOf([&] { readIdxImages(folder.path()); }), HasSubstr("no regular file"));
    const auto pipe = folder.path() / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THAT(errorOf([&] { readIdxImages(pipe); }), HasSubstr("no regular file"));
}

TEST(File, LooksAtTheSizeFirst) {
    const TemporaryFolder folder;
    const auto path = folder.write("file", Bytes{1, 2, 3});
    EXPECT_EQ(readFile(path, 3), (Bytes{1, 2, 3}));
    EXPECT_THAT(errorOf([&] { readFile(path, 2); }),
                AllOf(HasSubstr("has 3 bytes"), HasSubstr("at most 2")));
    EXPECT_EQ(readFileStart(path, 2), (Bytes{1, 2}));
    EXPECT_EQ(readFileStart(path, 9), (Bytes{1, 2, 3}));

    // A sparse file that no memory could take.
    std::filesystem::resize_file(path, std::uint64_t{1} << 40);
    EXPECT_THAT(errorOf([&] { readFile(path, 1000); }), HasSubstr("1099511627776"));
}

TEST(Idx, WritesWhatItReads) {
    ImageSet images;
    images.side = 3;
    for (int i = 0; i < 4 * 9; ++i)
        images.pixels.push_back(static_cast<std::uint8_t>(7 * i));
    const ImageSet read = parseIdxImages(toIdx(images), "images");
    EXPECT_EQ(read.side, 3);
    EXPECT_EQ(read.pixels, images.pixels);
    const std::vector<std::uint8_t> labels{3, 1, 4, 1};
    EXPECT_EQ(parseIdxLabels(toIdx(labels), "labels"), labels);
}

} // namespace
