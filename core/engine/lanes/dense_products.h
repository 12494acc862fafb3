// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/pair_kernels.h"
#include "core/engine/team.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace digitlab::lanes {

/// The matrix products of a dense layer, in some precision: those of the outputs that one member of
/// a team owns, which begin with an even one. What they need of the numbers in another form is made
/// by the owner; the products themselves are done in pieces, by any member.
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

    /// The owner: the input is there, for forward().
    virtual void takeInput(std::int64_t lanes) = 0;
    /// output = weight × input, for some of the outputs.
    virtual void forward(const Part& outputs, std::int64_t lanes) = 0;
    /// The owner: keeps the input for weightGradient().
    virtual void keepInput(std::int64_t lanes) = 0;

    /// The owner: the gradient of its outputs is there, for all that follows.
    virtual void takeGradient(std::int64_t lanes) = 0;
    /// inputShare = weightᵀ × outputGradient, over the owner's outputs alone, for some of the
    /// inputs.
    virtual void backward(const Part& inputs, std::int64_t lanes, UnitBuffer& inputShare) = 0;
    /// weightGradient = outputGradient × inputᵀ, for some of the outputs; its rows are
    /// wholeLanes(inputs) long.
    virtual void weightGradient(const Part& outputs, std::int64_t lanes, float* to) = 0;

    /// The weights of these outputs, an even number but for the last, are others than before.
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
