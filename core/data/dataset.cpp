// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include "core/error.h"
#include "core/ink/digit_image.h"

#include <zlib.h>

#include <string>
#include <utility>

namespace digitlab {
namespace {

/// One of MNIST's four files. Some mirrors write a dot for the dash before "idx".
std::filesystem::path findFile(const std::filesystem::path& folder, const std::string& stem,
                               const std::string& ending) {
    for (const char* joint : {"-", "."}) {
        for (const char* packed : {"", ".gz"}) {
            auto path = folder / (stem + joint + ending + packed);
            std::error_code ignored;
            if (std::filesystem::exists(path, ignored))
                return path;
        }
    }
    throw Error(Message(DIGITLAB_TEXT("core", "The data set in %1 is incomplete: the file %2 "
                                              "(plain or .gz) is missing. ./run fetches MNIST; of "
                                              "another data set, put the four files there."),
                        {folder.string(), stem + "-" + ending}));
}

Dataset readHalf(const std::filesystem::path& folder, const std::string& stem) {
    const auto images = findFile(folder, stem + "-images", "idx3-ubyte");
    auto half = readDataset(images, findFile(folder, stem + "-labels", "idx1-ubyte"));
    half.images = toDigitImages(std::move(half.images));
    return half;
}

void checkFolder(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        throw Error(Message(DIGITLAB_TEXT("core", "There is no data set: the folder %1 does not "
                                                  "exist. ./run fetches MNIST; of another data "
                                                  "set, put its four files (such as "
                                                  "train-images-idx3-ubyte) there."),
                            {folder.string()}));
}

} // namespace

std::uint32_t checksumOf(const Dataset& data) {
    uLong sum = crc32_z(0, data.labels.data(), data.labels.size());
    sum = crc32_z(sum, data.images.pixels.data(), data.images.pixels.size());
    return static_cast<std::uint32_t>(sum);
}

Dataset readDataset(const std::filesystem::path& images, const std::filesystem::path& labels) {
    // The labels first: they are small, and a wrong pair is found before the images are read.
    Dataset dataset;
    dataset.labels = readIdxLabels(labels);
    dataset.images = readIdxImages(images);
    if (dataset.images.count() != dataset.labels.size())
        throw Error(Message(DIGITLAB_TEXT("core", "%1 has %2 images, but %3 has %4 labels; as many "
                                                  "were expected."),
                            {images.string(), static_cast<std::int64_t>(dataset.images.count()),
                             labels.string(), static_cast<std::int64_t>(dataset.labels.size())}));
    return dataset;
}

DigitData readDigitData(const std::filesystem::path& folder) {
    checkFolder(folder);
    return {readHalf(folder, "train"), readHalf(folder, "t10k")};
}

Dataset readTestData(const std::filesystem::path& folder) {
    checkFolder(folder);
    return readHalf(folder, "t10k");
}

} // namespace digitlab
