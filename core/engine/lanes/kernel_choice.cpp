// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/kernel_choice.h"

namespace digitlab::lanes {

extern const Kernels kBaseline;
#if defined(DIGITLAB_X86_KERNELS)
extern const Kernels kAvx2;
extern const Kernels kAvx512;
#endif

namespace {

std::vector<const Kernels*> findKernels() {
    std::vector<const Kernels*> all;
#if defined(DIGITLAB_X86_KERNELS)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) {
        all.push_back(&kAvx512);
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        all.push_back(&kAvx2);
    }
#endif
    all.push_back(&kBaseline);
    return all;
}

} // namespace

const std::vector<const Kernels*>& allKernels() {
    static const std::vector<const Kernels*> all = findKernels();
    return all;
}

const Kernels& bestKernels() {
    return *allKernels().front();
}

} // namespace digitlab::lanes
