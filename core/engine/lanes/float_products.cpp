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

    void takeInput(std::int64_t /*lanes*/) override {}

    void forward(const Part& outputs, std::int64_t lanes) override {
        const UnitBuffer& input = *m_factors.input;
        const UnitBuffer& output = *m_factors.output;
        m_kernels.multiply(outputs.size(), input.units(), lanes,
                           {weightsOf(outputs.first), input.units(), 1}, input.row(0),
                           input.stride(), output.row(outputs.first), output.stride());
    }

    void keepInput(std::int64_t lanes) override {
        const UnitBuffer& input = *m_factors.input;
        m_kernels.transpose(wholeLanes(input.units()), lanes, input.row(0), input.stride(),
                            m_imageRows.row(0), m_imageRows.stride());
    }

    void takeGradient(std::int64_t /*lanes*/) override {}

    void backward(const Part& inputs, std::int64_t lanes, UnitBuffer& inputShare) override {
        const UnitBuffer& from = *m_factors.outputGradient;
        m_kernels.multiply(inputs.size(), m_outputs.size(), lanes,
                           {weightsOf(m_outputs.first) + inputs.first, 1, inputShare.units()},
                           from.row(m_outputs.first), from.stride(), inputShare.row(inputs.first),
                           inputShare.stride());
    }

    void weightGradient(const Part& outputs, std::int64_t lanes, float* to) override {
        const UnitBuffer& gradient = *m_factors.outputGradient;
        m_kernels.multiply(outputs.size(), lanes, m_imageRows.stride(),
                           {gradient.row(outputs.first), gradient.stride(), 1}, m_imageRows.row(0),
                           m_imageRows.stride(), to, m_imageRows.stride());
    }

    void weightsChanged(const Part& /*outputs*/) override {}

private:
    [[nodiscard]] const float* weightsOf(std::int64_t output) const {
        return m_factors.weight.data_ptr<float>() + output * m_factors.input->units();
    }

    const Kernels& m_kernels;
    const Factors m_factors;
    const Part m_outputs;   ///< of the owner
    UnitBuffer m_imageRows; ///< the input with a row for each image
};

} // namespace

std::unique_ptr<DenseProducts> makeFloatProducts(const DenseProducts::Factors& factors,
                                                 const Part& outputs, const Kernels& kernels,
                                                 BufferMemory& memory) {
    return std::make_unique<FloatProducts>(factors, outputs, kernels, memory);
}

} // namespace digitlab::lanes
