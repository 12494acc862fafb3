// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/labelled_images.h"

#include <algorithm>

namespace digitlab {

LabelledImages labelledImages(const Dataset& data) {
    LabelledImages result;
    result.images.resize(data.count());
    for (std::size_t i = 0; i < data.count(); ++i) {
        const auto image = data.images.image(i);
        std::copy(image.begin(), image.end(), result.images[i].begin());
    }
    result.labels.assign(data.labels.begin(), data.labels.end());
    return result;
}

} // namespace digitlab
