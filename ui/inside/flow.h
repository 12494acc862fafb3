// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <QString>

#include <vector>

namespace digitlab {

/// One column of the flow from the input to the answer: a shown layer with what led to it.
struct FlowStage {
    enum class Kind {
        Input,
        Maps,  ///< a picture for each channel
        Units, ///< one number for each channel
        Answer,
    };

    Kind kind = Kind::Input;
    std::size_t shown = 0; ///< which of shownLayers(); of no meaning for the input
    QString name;          ///< of the layer it is about: "conv1"
    Shape shape;
    QString heading;      ///< "conv 5×5 · ReLU"
    QString shortHeading; ///< "conv 5×5", where space is scarce
};

/// The flow through a network: the input, then one stage for each of shownLayers().
std::vector<FlowStage> flowOf(const std::vector<Layer>& layers);

} // namespace digitlab
