// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/kernels_body.h"

namespace digitlab::lanes {

extern const Kernels kAvx2;
const Kernels kAvx2 = {"avx2",    spread,     convolve,     convolveBack, multiply, multiplyVector,
                       transpose, activate,   activateBack, addRows,      sumRows,  moments,
                       finish,    finishSums, finishBack,   sgd,          nesterov, adam,
                       adamW,     rmsProp};

} // namespace digitlab::lanes
