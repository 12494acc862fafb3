// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scans.h"

#include "core/data/drawn_digits.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>

using namespace digitlab;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::filesystem::path writeScans(const TemporaryFolder& folder, const Bytes& writers) {
    folder.write("page-labels.idx1", idxLabels({4, 5, 6}));
    folder.write("page-writers.idx1", idxLabels(writers));
    return folder.write("page.idx3", idxImages(3, 64, 64));
}

TEST(Scans, KnowWhoWroteEachDigit) {
    const TemporaryFolder folder;
    const Scans scans = readScans(writeScans(folder, {0, 20, 0}));
    EXPECT_EQ(scans.digits.images.side, 64);
    EXPECT_EQ(scans.digits.labels, (Bytes{4, 5, 6}));
    EXPECT_THAT(scans.writers, ElementsAre("page 0", "page 20", "page 0"));
}

TEST(Scans, MayBePacked) {
    const TemporaryFolder folder;
    folder.write("page-labels.idx1.gz", gzipped(idxLabels({7})));
    folder.write("page-writers.idx1.gz", gzipped(idxLabels({3})));
    const auto images = folder.write("page.idx3.gz", gzipped(idxImages(1, 32, 32)));
    const Scans scans = readScans(images);
    EXPECT_EQ(scans.digits.labels, Bytes{7});
    EXPECT_THAT(scans.writers, ElementsAre("page 3"));
}

TEST(Scans, AreSplitByWriter) {
    const TemporaryFolder folder;
    std::uint8_t stranger = 0; // the first who is held out, and the next one, who is not
    while (!isHeldOut("page " + std::to_string(stranger))) {
        ++stranger;
    }
    std::uint8_t known = 0;
    while (isHeldOut("page " + std::to_string(known))) {
        ++known;
    }
    const Scans all = readScans(writeScans(folder, {stranger, known, stranger}));
    const Scans heldOut = ofHeldOutWriters(all, true);
    EXPECT_EQ(heldOut.digits.labels, (Bytes{4, 6}));
    EXPECT_TRUE(std::ranges::equal(heldOut.digits.images.image(1), all.digits.images.image(2)));
    const Scans others = ofHeldOutWriters(all, false);
    EXPECT_EQ(others.digits.labels, Bytes{5});
    EXPECT_EQ(others.writers.size(), 1U);
}

TEST(Scans, NameWhatIsMissingOrOfAnotherCount) {
    for (const std::string missing : {"page-labels.idx1", "page-writers.idx1"}) {
        const TemporaryFolder folder;
        const auto images = writeScans(folder, {0, 1, 2});
        std::filesystem::remove(folder.path() / missing);
        EXPECT_THAT(errorOf([&] { readScans(images); }),
                    AllOf(HasSubstr(missing), HasSubstr(folder.path().string())));
    }
    const TemporaryFolder folder;
    const auto images = writeScans(folder, {0, 1});
    EXPECT_THAT(errorOf([&] { readScans(images); }),
                AllOf(HasSubstr("3 images"), HasSubstr("2 writers")));
}

} // namespace
