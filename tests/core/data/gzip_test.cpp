// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/gzip.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>

using namespace digitlab;
using testing::HasSubstr;

namespace {

Bytes someBytes(std::size_t count) {
    Bytes bytes(count);
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = static_cast<std::uint8_t>(i * i >> 3);
    return bytes;
}

TEST(Gzip, TellsItsOwnFromOthers) {
    EXPECT_TRUE(isGzip(gzipped({1, 2, 3})));
    EXPECT_FALSE(isGzip(idxLabels({1, 2, 3})));
    EXPECT_FALSE(isGzip(Bytes{0x1f}));
}

TEST(Gzip, UnpacksWhatWasPacked) {
    for (const std::size_t count : {0U, 1U, 1000U, 300000U})
        EXPECT_EQ(unpackGzip(gzipped(someBytes(count)), count, "x.gz"), someBytes(count));
}

TEST(Gzip, JoinsMembersAndIgnoresZeroPadding) {
    auto packed = gzipped({1, 2});
    const auto second = gzipped({3});
    packed.insert(packed.end(), second.begin(), second.end());
    packed.insert(packed.end(), 512, 0);
    EXPECT_EQ(unpackGzip(packed, 100, "x.gz"), (Bytes{1, 2, 3}));
}

TEST(Gzip, RefusesWhatFollowsItsEnd) {
    auto packed = gzipped({1, 2});
    packed.push_back('x');
    EXPECT_THAT(errorOf([&] { unpackGzip(packed, 100, "x.gz"); }),
                testing::AllOf(HasSubstr("x.gz"), HasSubstr("1 bytes that are no gzip data")));
}

TEST(Gzip, RefusesEachTruncation) {
    const auto packed = gzipped(someBytes(200));
    for (std::size_t size = 0; size < packed.size(); ++size) {
        const Bytes part(packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_THAT(errorOf([&] { unpackGzip(part, 1000, "x.gz"); }), HasSubstr("is incomplete"))
            << size;
    }
}

TEST(Gzip, RefusesDamage) {
    auto packed = gzipped(someBytes(5000));
    packed[packed.size() / 2] ^= 0x55;
    EXPECT_THAT(errorOf([&] { unpackGzip(packed, 5000, "x.gz"); }), HasSubstr("is damaged"));

    packed = gzipped(someBytes(5000));
    packed[packed.size() - 6] ^= 0x55; // its checksum
    EXPECT_THAT(errorOf([&] { unpackGzip(packed, 5000, "x.gz"); }), HasSubstr("is damaged"));
}

TEST(Gzip, RefusesMoreThanAllowed) {
    const auto bomb = gzipped(Bytes(10'000'000));
    EXPECT_LT(bomb.size(), 20'000U);
    EXPECT_THAT(errorOf([&] { unpackGzip(bomb, 9'999'999, "x.gz"); }),
                HasSubstr("more than the 9999999 bytes"));
    EXPECT_EQ(unpackGzip(bomb, 10'000'000, "x.gz").size(), 10'000'000U);
}

TEST(Gzip, GivesTheStartOfAnUnfinishedStream) {
    auto packed = gzipped(someBytes(100'000));
    packed.resize(packed.size() / 2);
    const auto start = unpackGzipStart(packed, 16, "x.gz");
    EXPECT_EQ(start, someBytes(16));
    EXPECT_EQ(unpackGzipStart(gzipped({7}), 16, "x.gz"), Bytes{7});
}

} // namespace
