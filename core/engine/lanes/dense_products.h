// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/pair_kernels.h"
#include "core/engine/team.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace digitlab::lanes {

/// The matrix products of a dense layer that one member of a team does, in some precision: those of
/// the outputs that it owns, which begin with an even one. What it needs of the numbers in another
/// form it makes for itself.
class DenseProducts {
public:
    /// Between what it multiplies. All of it outlives the products.
    struct Factors {
        at::Tensor weight; ///< all outputs×inputs
        UnitBuffer* input = nullptr;
        UnitBuffer* output = nullptr;
        UnitBuffer* outputGradient = nullptr;
        bool goesBack = false; ///< backward() will be asked for the input's gradient
    };

    virtual ~DenseProducts() = default;

    /// output = weight × input, of the member's outputs.
    virtual void forward(std::int64_t lanes) = 0;

    /// inputShare = weightᵀ × outputGradient, over the member's outputs alone; not where that is
    /// null. Once the gradient of the member's outputs is there.
    virtual void backward(std::int64_t lanes, UnitBuffer* inputShare) = 0;

    /// weightGradient = outputGradient × inputᵀ, for some of the member's outputs; its rows are
    /// wholeLanes(inputs) long. The input is that of forward(). After backward().
    virtual void weightGradient(const Part& outputs, std::int64_t lanes, float* to) = 0;

    /// The weights of these outputs are others than before.
    virtual void weightsChanged(const Part& outputs) = 0;
};

/// In float32.
std::unique_ptr<DenseProducts> makeFloatProducts(const DenseProducts::Factors& factors,
                                                 const Part& outputs, const Kernels& kernels,
                                                 BufferMemory& memory);

/// In bfloat16, with sums in float32.
std::unique_ptr<DenseProducts> makeBFloat16Products(const DenseProducts::Factors& factors,
                                                    const Part& outputs, const PairKernels& kernels,
                                                    BufferMemory& memory);

} // namespace digitlab::lanes
