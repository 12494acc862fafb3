// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>

using namespace digitlab;
using testing::AllOf;
using testing::HasSubstr;

namespace {

void writeAll(const TemporaryFolder& folder) {
    folder.write("train-images-idx3-ubyte", idxImages(3, 28, 28));
    folder.write("train-labels-idx1-ubyte", idxLabels({1, 2, 3}));
    folder.write("t10k-images-idx3-ubyte", idxImages(2, 28, 28));
    folder.write("t10k-labels-idx1-ubyte", idxLabels({4, 5}));
}

TEST(Dataset, ReadsTheFourFiles) {
    const TemporaryFolder folder;
    writeAll(folder);
    const auto data = readDigitData(folder.path());
    EXPECT_EQ(data.train.count(), 3U);
    EXPECT_EQ(data.train.images.count(), 3U);
    EXPECT_EQ(data.train.labels, (Bytes{1, 2, 3}));
    EXPECT_EQ(data.test.labels, (Bytes{4, 5}));
    EXPECT_EQ(data.test.images.image(1)[2], static_cast<std::uint8_t>(784 + 2));
    EXPECT_EQ(readTestData(folder.path()).labels, (Bytes{4, 5}));
}

TEST(Dataset, ReadsPackedFilesAndTheOtherSpelling) {
    const TemporaryFolder folder;
    folder.write("train-images.idx3-ubyte", idxImages(1, 28, 28));
    folder.write("train-labels.idx1-ubyte.gz", gzipped(idxLabels({7})));
    folder.write("t10k-images-idx3-ubyte.gz", gzipped(idxImages(1, 28, 28)));
    folder.write("t10k-labels-idx1-ubyte", idxLabels({8}));
    const auto data = readDigitData(folder.path());
    EXPECT_EQ(data.train.labels, Bytes{7});
    EXPECT_EQ(data.test.labels, Bytes{8});
}

TEST(Dataset, NamesTheMissingFileAndTheFolderAndTheWayOut) {
    for (const std::string missing : {"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                      "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}) {
        const TemporaryFolder folder;
        writeAll(folder);
        std::filesystem::remove(folder.path() / missing);
        EXPECT_THAT(errorOf([&] { readDigitData(folder.path()); }),
                    AllOf(HasSubstr(missing), HasSubstr(folder.path().string()),
                          HasSubstr("./run fetches MNIST")));
    }
}

TEST(Dataset, NamesAMissingFolder) {
    EXPECT_THAT(errorOf([] { readDigitData("/nowhere/mnist"); }),
                AllOf(HasSubstr("the folder /nowhere/mnist does not exist"), HasSubstr("./run")));
}

TEST(Dataset, ScoringNeedsTheTestHalfOnly) {
    const TemporaryFolder folder;
    writeAll(folder);
    std::filesystem::remove(folder.path() / "train-images-idx3-ubyte");
    EXPECT_EQ(readTestData(folder.path()).count(), 2U);
}

TEST(Dataset, RefusesAPairOfDifferentCounts) {
    const TemporaryFolder folder;
    const auto images = folder.write("images", idxImages(3, 28, 28));
    const auto labels = folder.write("labels", idxLabels({1, 2}));
    EXPECT_THAT(errorOf([&] { readDataset(images, labels); }),
                AllOf(HasSubstr("images has 3 images"), HasSubstr("labels has 2 labels")));
}

TEST(Dataset, BringsImagesOfAnotherSizeTo28) {
    const TemporaryFolder folder;
    writeAll(folder);
    folder.write("t10k-images-idx3-ubyte", idxImages(2, 64, 64));
    const auto data = readDigitData(folder.path());
    EXPECT_EQ(data.test.images.side, 28);
    EXPECT_EQ(data.test.images.count(), 2U);
}

} // namespace
