// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <QRect>

namespace digitlab {

/// The pixels of the input that a cell of a layer's map depends on, as far as they lie within the
/// input. `layer` is an index in `layers`, up to which there are only maps.
QRect receptiveField(const std::vector<Layer>& layers, std::size_t layer, QPoint cell);

} // namespace digitlab
