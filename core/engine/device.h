// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <c10/core/Device.h>

namespace digitlab {

/// Why CUDA cannot be used; empty where it can.
Message cudaProblem();

/// Why this processor cannot train in a precision; empty where it can.
Message precisionProblem(Precision precision);

/// LibTorch's name of a device. Throws Error where it is not available.
c10::Device torchDevice(Device device);

} // namespace digitlab
