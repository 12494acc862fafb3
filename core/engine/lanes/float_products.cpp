// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_products.h"

#include <ATen/ATen.h>

namespace digitlab::lanes {

namespace {

class FloatProducts : public DenseProducts {
public:
    FloatProducts(const Factors& factors, const Part& outputs, const Kernels& kernels,
                  BufferMemory& memory)
        : m_kernels(kernels)
        , m_factors(factors)
        , m_outputs(outputs)
        , m_imageRows(factors.input->stride(), factors.input->units(), memory) {}

    void forward(std::int64_t lanes) override {
        UnitBuffer& input = *m_factors.input;
        UnitBuffer& output = *m_factors.output;
        m_kernels.multiply(m_outputs.size(), input.units(), lanes, {weights(), input.units(), 1},
                           input.row(0), input.stride(), output.row(m_outputs.first),
                           output.stride());
        // For weightGradient(), while the input is still near.
        m_kernels.transpose(wholeLanes(input.units()), lanes, input.row(0), input.stride(),
                            m_imageRows.row(0), m_imageRows.stride());
    }

    void backward(std::int64_t lanes, UnitBuffer* inputShare) override {
        if (inputShare == nullptr) {
            return;
        }
        UnitBuffer& from = *m_factors.outputGradient;
        const std::int64_t inputs = inputShare->units();
        m_kernels.multiply(inputs, m_outputs.size(), lanes, {weights(), 1, inputs},
                           from.row(m_outputs.first), from.stride(), inputShare->row(0),
                           inputShare->stride());
    }

    void weightGradient(const Part& outputs, std::int64_t lanes, float* to) override {
        UnitBuffer& gradient = *m_factors.outputGradient;
        m_kernels.multiply(outputs.size(), lanes, m_imageRows.stride(),
                           {gradient.row(outputs.first), gradient.stride(), 1}, m_imageRows.row(0),
                           m_imageRows.stride(), to, m_imageRows.stride());
    }

    void weightsChanged(const Part& /*outputs*/) override {}

private:
    /// Of the member's outputs.
    [[nodiscard]] const float* weights() const {
        return m_factors.weight.data_ptr<float>() + m_outputs.first * m_factors.input->units();
    }

    const Kernels& m_kernels;
    const Factors m_factors;
    const Part m_outputs;
    UnitBuffer m_imageRows; ///< the input with a row for each image
};

} // namespace

std::unique_ptr<DenseProducts> makeFloatProducts(const DenseProducts::Factors& factors,
                                                 const Part& outputs, const Kernels& kernels,
                                                 BufferMemory& memory) {
    return std::make_unique<FloatProducts>(factors, outputs, kernels, memory);
}

} // namespace digitlab::lanes
