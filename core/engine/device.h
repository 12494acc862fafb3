// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <c10/core/Device.h>

namespace digitlab {

/// Why CUDA cannot be used; empty where it can.
Message cudaProblem();

/// LibTorch's name of a device. Throws Error where it is not available.
c10::Device torchDevice(Device device);

} // namespace digitlab
