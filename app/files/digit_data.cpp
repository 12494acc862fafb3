// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/digit_data.h"

#include "app/files/data_folder.h"
#include "core/data/scans.h"
#include "core/error.h"
#include "core/ink/digit_image.h"
#include "core/synthesis/synthetic_data.h"

namespace digitlab {

std::string datasetAtHand() {
    std::error_code error; // a folder that cannot be read is not there either
    const std::filesystem::path mnist = datasetFolder(kMnist);
    const bool isThere = std::filesystem::is_directory(mnist, error) &&
                         !std::filesystem::is_empty(mnist, error) && !error;
    return isThere ? kMnist : kSynthetic;
}

DigitData loadDigitData(const std::string& name) {
    return name == kSynthetic ? syntheticDigitData() : readDigitData(datasetFolder(name));
}

Dataset loadTestData(const std::string& name) {
    return name == kSynthetic ? syntheticTestData() : readTestData(datasetFolder(name));
}

Dataset loadScannedDigits(const std::string& file, std::optional<bool> heldOut) {
    Scans scans = readScans(file);
    if (heldOut) {
        scans = ofHeldOutWriters(std::move(scans), *heldOut);
    }
    if (scans.digits.count() == 0) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1 holds no digit by the writers who were asked "
                                                  "for; at least one was expected."),
                            {file}));
    }
    scans.digits.images = toDigitImages(std::move(scans.digits.images));
    return std::move(scans.digits);
}

} // namespace digitlab
