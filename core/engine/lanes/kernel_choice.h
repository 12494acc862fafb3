// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/kernels.h"
#include "core/engine/lanes/pair_kernels.h"

#include <vector>

namespace digitlab::lanes {

/// The kernels that this processor can run, the best first. There is always one.
const std::vector<const Kernels*>& allKernels();

const Kernels& bestKernels();

/// Those for bfloat16, or null where this processor has no such instructions.
const PairKernels* pairKernels();

} // namespace digitlab::lanes
