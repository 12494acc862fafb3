// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace digitlab {

/// Tells OpenBLAS which of its kernels fit this processor. It goes by the processor's model number,
/// and one that is younger than the library gets the kernels of a Pentium 4, at a quarter of the
/// speed. What OPENBLAS_CORETYPE says already stays. To be called before there are threads.
void chooseBlasKernels();

} // namespace digitlab
