// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device.h"

#include "core/engine/lanes/kernel_choice.h"
#include "core/error.h"

#include <ATen/Context.h>

namespace digitlab {

Message cudaProblem() {
    if (!at::globalContext().hasCUDART()) {
        return Message(DIGITLAB_TEXT("core", "this LibTorch was built without CUDA"));
    }
    if (!at::globalContext().hasCUDA()) {
        return Message(DIGITLAB_TEXT("core", "no CUDA device was found"));
    }
    return {};
}

Message precisionProblem(Precision precision) {
    if (precision == Precision::BFloat16 && lanes::pairKernels() == nullptr) {
        return Message(DIGITLAB_TEXT("core", "this processor lacks the instructions %1"),
                       {"avx512_bf16"});
    }
    return {};
}

c10::Device torchDevice(Device device) {
    if (device == Device::Cpu) {
        return c10::kCPU;
    }
    if (const Message problem = cudaProblem(); !problem.empty()) {
        throw Error(
            Message(DIGITLAB_TEXT(
                        "core", "The device \"cuda\" cannot be used: %1. Choose \"cpu\" instead."),
                    {nested(problem)}));
    }
    return c10::kCUDA;
}

} // namespace digitlab
