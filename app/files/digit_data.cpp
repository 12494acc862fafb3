// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/digit_data.h"

#include "app/files/data_folder.h"
#include "core/synthesis/synthetic_data.h"

namespace digitlab {
namespace {

constexpr const char* kSynthetic = "synthetic";

} // namespace

DigitData loadDigitData(const std::string& name) {
    return name == kSynthetic ? syntheticDigitData() : readDigitData(datasetFolder(name));
}

Dataset loadTestData(const std::string& name) {
    return name == kSynthetic ? syntheticTestData() : readTestData(datasetFolder(name));
}

} // namespace digitlab
