// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scans.h"

#include "core/data/drawn_digits.h"
#include "core/error.h"

#include <utility>

namespace digitlab {
namespace {

constexpr const char* kEnding = ".idx3";
constexpr const char* kPacked = ".gz";

/// The path of the images without what tells that they are images.
std::filesystem::path stemOf(std::filesystem::path images) {
    if (images.extension() == kPacked) {
        images.replace_extension();
    }
    if (images.extension() == kEnding) {
        images.replace_extension();
    }
    return images;
}

std::filesystem::path findBeside(const std::filesystem::path& stem, const std::string& ending) {
    const std::string plain = stem.string() + ending;
    for (const std::string& path : {plain, plain + kPacked}) {
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored)) {
            return path;
        }
    }
    throw Error(Message(DIGITLAB_TEXT("core", "The scans are incomplete: the file %1 (plain or "
                                              ".gz) is missing; it was expected beside the "
                                              "images."),
                        {plain}));
}

} // namespace

Scans readScans(const std::filesystem::path& images) {
    const std::filesystem::path stem = stemOf(images);
    const std::filesystem::path writers = findBeside(stem, "-writers.idx1");
    Scans scans;
    for (const std::uint8_t writer : readIdxBytes(writers)) {
        scans.writers.push_back(stem.filename().string() + " " + std::to_string(writer));
    }
    scans.digits = readDataset(images, findBeside(stem, "-labels.idx1"));
    if (scans.writers.size() != scans.digits.count()) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1 has %2 images, but %3 has %4 writers; as "
                                                  "many were expected."),
                            {images.string(), static_cast<std::int64_t>(scans.digits.count()),
                             writers.string(), static_cast<std::int64_t>(scans.writers.size())}));
    }
    return scans;
}

Scans ofHeldOutWriters(Scans scans, bool heldOut) {
    Scans some;
    some.digits.images.side = scans.digits.images.side;
    for (std::size_t i = 0; i < scans.writers.size(); ++i) {
        if (isHeldOut(scans.writers[i]) == heldOut) {
            const auto image = scans.digits.images.image(i);
            some.digits.images.pixels.insert(some.digits.images.pixels.end(), image.begin(),
                                             image.end());
            some.digits.labels.push_back(scans.digits.labels[i]);
            some.writers.push_back(std::move(scans.writers[i]));
        }
    }
    return some;
}

} // namespace digitlab
