// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network_module.h"
#include "core/engine/samples.h"
#include "core/model/confidence.h"
#include "core/training/feed.h"

namespace digitlab {

/// The confidence that suits a trained network. Its temperature comes from digits that it did not
/// learn from, those of its data set and those that the program draws; what tells digits from all
/// else is learned from those, from what it was fed, from digits that the program draws, and from
/// what it draws that is none, so that nearly all digits are taken for such. Nothing but the input
/// decides it. Takes some seconds, the fewer the fewer epochs the network learned for.
Confidence fitConfidence(const NetworkModule& network, const Feed& feed, int epochs,
                         const Samples& heldOut);

} // namespace digitlab
