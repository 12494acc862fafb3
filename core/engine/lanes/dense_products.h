// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/map_buffer.h"
#include "core/engine/lanes/pair_kernels.h"
#include "core/engine/team.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace digitlab::lanes {

/// The matrix products of a dense layer, in some precision. Members of a team call them for parts
/// of the units, which begin with an even one. The prepare functions make ready what products
/// read; each product's comment says which of them all members must have behind them.
class DenseProducts {
public:
    /// Between what it multiplies. All of it outlives the products.
    struct Factors {
        at::Tensor weight; ///< outputs×inputs
        UnitBuffer* input = nullptr;
        UnitBuffer* inputGradient = nullptr; ///< null where nobody needs it
        UnitBuffer* output = nullptr;
        UnitBuffer* outputGradient = nullptr;
    };

    virtual ~DenseProducts() = default;

    /// True where prepareInput() and prepareGradient() have something to do.
    [[nodiscard]] virtual bool prepares() const = 0;
    virtual void prepareInput(const Part& inputs, std::int64_t lanes) = 0;
    /// output = weight × input. After prepareInput().
    virtual void forward(const Part& outputs, std::int64_t lanes) = 0;

    virtual void prepareGradient(const Part& outputs, std::int64_t lanes) = 0;
    /// inputGradient = weightᵀ × outputGradient. After prepareGradient().
    virtual void backward(const Part& inputs, std::int64_t lanes) = 0;

    /// The part begins with a multiple of kLanes.
    virtual void prepareImages(const Part& inputs, std::int64_t lanes) = 0;
    /// weightGradient = outputGradient × inputᵀ; its rows are wholeLanes(inputs) long. After
    /// prepareImages(), and for what its caller gave to prepareGradient().
    virtual void weightGradient(const Part& outputs, std::int64_t lanes, float* to) = 0;

    /// The weights of these outputs are others than before.
    virtual void weightsChanged(const Part& outputs) = 0;
};

/// In float32, which needs nothing but the numbers themselves.
std::unique_ptr<DenseProducts> makeFloatProducts(const DenseProducts::Factors& factors,
                                                 const Kernels& kernels);

/// In bfloat16, with sums in float32.
std::unique_ptr<DenseProducts> makeBFloat16Products(const DenseProducts::Factors& factors,
                                                    const PairKernels& kernels);

} // namespace digitlab::lanes
