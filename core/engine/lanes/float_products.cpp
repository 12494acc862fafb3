// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_products.h"

#include <ATen/ATen.h>

namespace digitlab::lanes {

namespace {

class FloatProducts : public DenseProducts {
public:
    FloatProducts(const Factors& factors, const Kernels& kernels)
        : m_kernels(kernels)
        , m_factors(factors)
        , m_imageRows(factors.input->stride(), factors.input->units()) {}

    [[nodiscard]] bool prepares() const override { return false; }
    void prepareInput(const Part& /*inputs*/, std::int64_t /*lanes*/) override {}

    void forward(const Part& outputs, std::int64_t lanes) override {
        UnitBuffer& input = *m_factors.input;
        UnitBuffer& output = *m_factors.output;
        m_kernels.multiply(outputs.size(), input.units(), lanes,
                           {weights() + outputs.first * input.units(), input.units(), 1},
                           input.row(0), input.stride(), output.row(outputs.first),
                           output.stride());
    }

    void prepareGradient(const Part& /*outputs*/, std::int64_t /*lanes*/) override {}

    void backward(const Part& inputs, std::int64_t lanes) override {
        UnitBuffer& from = *m_factors.outputGradient;
        UnitBuffer& to = *m_factors.inputGradient;
        m_kernels.multiply(inputs.size(), from.units(), lanes,
                           {weights() + inputs.first, 1, to.units()}, from.row(0), from.stride(),
                           to.row(inputs.first), to.stride());
    }

    void prepareImages(const Part& inputs, std::int64_t lanes) override {
        UnitBuffer& input = *m_factors.input;
        m_kernels.transpose(wholeLanes(inputs.size()), lanes, input.row(inputs.first),
                            input.stride(), m_imageRows.row(0) + inputs.first,
                            m_imageRows.stride());
    }

    void weightGradient(const Part& outputs, std::int64_t lanes, float* to) override {
        UnitBuffer& gradient = *m_factors.outputGradient;
        m_kernels.multiply(outputs.size(), lanes, m_imageRows.stride(),
                           {gradient.row(outputs.first), gradient.stride(), 1}, m_imageRows.row(0),
                           m_imageRows.stride(), to, m_imageRows.stride());
    }

    void weightsChanged(const Part& /*outputs*/) override {}

private:
    [[nodiscard]] const float* weights() const { return m_factors.weight.data_ptr<float>(); }

    const Kernels& m_kernels;
    const Factors m_factors;
    UnitBuffer m_imageRows; ///< the input with a row for each image
};

} // namespace

std::unique_ptr<DenseProducts> makeFloatProducts(const DenseProducts::Factors& factors,
                                                 const Kernels& kernels) {
    return std::make_unique<FloatProducts>(factors, kernels);
}

} // namespace digitlab::lanes
