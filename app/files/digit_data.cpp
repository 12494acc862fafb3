// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/digit_data.h"

#include "app/files/data_folder.h"
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

} // namespace digitlab
