// SPDX-License-Identifier: GPL-3.0-or-later
//
// The body of each kernels_*.cpp, which are compiled for different instructions. Nothing here may
// come from a header with inline functions: the linker would keep one copy of each, and it could be
// one that not every processor can run. So: plain loops, and no standard library.
#pragma once

#include "core/engine/lanes/kernels_convolution.h"
#include "core/engine/lanes/kernels_dense.h"
#include "core/engine/lanes/kernels_finish.h"
#include "core/engine/lanes/kernels_matrix_product.h"
#include "core/engine/lanes/kernels_transpose.h"
#include "core/engine/lanes/kernels_update.h"
