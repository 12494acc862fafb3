// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/kernel_choice.h"

namespace digitlab::lanes {

extern const Kernels kBaseline;
#if defined(DIGITLAB_X86_KERNELS)
extern const Kernels kAvx2;
extern const Kernels kAvx512;
extern const PairKernels kAvx512Bf16;
#endif

namespace {

#if defined(DIGITLAB_X86_KERNELS)
bool hasAvx512() {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}
#endif

std::vector<const Kernels*> findKernels() {
    std::vector<const Kernels*> all;
#if defined(DIGITLAB_X86_KERNELS)
    if (hasAvx512()) {
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

const PairKernels* pairKernels() {
#if defined(DIGITLAB_X86_KERNELS)
    return hasAvx512() && __builtin_cpu_supports("avx512bf16") ? &kAvx512Bf16 : nullptr;
#else
    return nullptr;
#endif
}

} // namespace digitlab::lanes
