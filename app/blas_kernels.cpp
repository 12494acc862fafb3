// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blas_kernels.h"

#include <QByteArray>

namespace digitlab {

namespace {

constexpr const char* kVariable = "OPENBLAS_CORETYPE";

/// OpenBLAS's name for kernels that this processor can run; null where its own choice must do.
const char* fittingKernels() {
#if defined(__x86_64__)
    const bool hasAvx512 = __builtin_cpu_supports("avx512f") &&
                           __builtin_cpu_supports("avx512dq") &&
                           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    if (hasAvx512) {
        return __builtin_cpu_supports("avx512bf16") ? "Cooperlake" : "SkylakeX";
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return "Haswell";
    }
#endif
    return nullptr;
}

} // namespace

void chooseBlasKernels() {
    const char* kernels = fittingKernels();
    if (kernels != nullptr && !qEnvironmentVariableIsSet(kVariable)) {
        qputenv(kVariable, kernels);
    }
}

} // namespace digitlab
