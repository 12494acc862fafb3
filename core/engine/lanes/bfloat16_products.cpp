// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_products.h"

#include <ATen/ATen.h>

namespace digitlab::lanes {

namespace {

/// A matrix of pairs; 0 at first.
class PairBuffer {
public:
    PairBuffer(std::int64_t rows, std::int64_t columns)
        : m_stride(wholeLanes(columns))
        , m_memory(wholeLanes(rows) * m_stride) {}

    [[nodiscard]] std::ptrdiff_t stride() const { return m_stride; } ///< pairs between rows
    [[nodiscard]] Pair* row(std::int64_t row) { return m_memory.data() + row * m_stride; }

private:
    std::ptrdiff_t m_stride;
    AlignedMemory<Pair> m_memory;
};

/// So many pairs hold `count` numbers.
std::int64_t pairsOf(std::int64_t count) {
    return (count + 1) / 2;
}

/// Each factor is kept as pairs along the inner dimension of the product that it is for. The
/// weights are for two products, so there are two copies of them beside those in float32, to which
/// the steps are added.
class BFloat16Products : public DenseProducts {
public:
    BFloat16Products(const Factors& factors, const PairKernels& kernels)
        : m_kernels(kernels)
        , m_factors(factors)
        , m_inputs(factors.input->units())
        , m_outputs(factors.output->units())
        , m_weightAlongInputs(m_outputs, pairsOf(m_inputs))
        , m_weightAlongOutputs(factors.inputGradient == nullptr ? 0 : pairsOf(m_outputs), m_inputs)
        , m_input(pairsOf(m_inputs), factors.input->stride())
        , m_inputAlongImages(m_inputs, pairsOf(factors.input->stride()))
        , m_imageRows(pairsOf(factors.input->stride()), m_inputs)
        , m_gradient(pairsOf(m_outputs), factors.input->stride())
        , m_gradientAlongImages(m_outputs, pairsOf(factors.input->stride())) {
        weightsChanged(Part(m_outputs, 0, 1));
    }

    [[nodiscard]] bool prepares() const override { return true; }

    void prepareInput(const Part& inputs, std::int64_t lanes) override {
        UnitBuffer& input = *m_factors.input;
        m_kernels.pairRows(inputs.size(), lanes, input.row(inputs.first), input.stride(),
                           m_input.row(inputs.first / 2), m_input.stride());
    }

    void forward(const Part& outputs, std::int64_t lanes) override {
        UnitBuffer& output = *m_factors.output;
        m_kernels.multiply(
            outputs.size(), pairsOf(m_inputs), lanes,
            {m_weightAlongInputs.row(outputs.first), m_weightAlongInputs.stride(), 1},
            m_input.row(0), m_input.stride(), output.row(outputs.first), output.stride());
    }

    void prepareGradient(const Part& outputs, std::int64_t lanes) override {
        UnitBuffer& gradient = *m_factors.outputGradient;
        const float* first = gradient.row(outputs.first);
        m_kernels.pairRows(outputs.size(), lanes, first, gradient.stride(),
                           m_gradient.row(outputs.first / 2), m_gradient.stride());
        m_kernels.pairColumns(outputs.size(), lanes, first, gradient.stride(),
                              m_gradientAlongImages.row(outputs.first),
                              m_gradientAlongImages.stride());
    }

    void backward(const Part& inputs, std::int64_t lanes) override {
        UnitBuffer& to = *m_factors.inputGradient;
        m_kernels.multiply(
            inputs.size(), pairsOf(m_outputs), lanes,
            {m_weightAlongOutputs.row(0) + inputs.first, 1, m_weightAlongOutputs.stride()},
            m_gradient.row(0), m_gradient.stride(), to.row(inputs.first), to.stride());
    }

    void prepareImages(const Part& inputs, std::int64_t lanes) override {
        UnitBuffer& input = *m_factors.input;
        m_kernels.pairColumns(inputs.size(), lanes, input.row(inputs.first), input.stride(),
                              m_inputAlongImages.row(inputs.first), m_inputAlongImages.stride());
        m_kernels.transpose(wholeLanes(inputs.size()), wholeLanes(pairsOf(lanes)),
                            m_inputAlongImages.row(inputs.first), m_inputAlongImages.stride(),
                            m_imageRows.row(0) + inputs.first, m_imageRows.stride());
    }

    void weightGradient(const Part& outputs, std::int64_t lanes, float* to) override {
        m_kernels.multiply(
            outputs.size(), pairsOf(lanes), m_imageRows.stride(),
            {m_gradientAlongImages.row(outputs.first), m_gradientAlongImages.stride(), 1},
            m_imageRows.row(0), m_imageRows.stride(), to, m_imageRows.stride());
    }

    void weightsChanged(const Part& outputs) override {
        const float* first = m_factors.weight.data_ptr<float>() + outputs.first * m_inputs;
        m_kernels.pairColumns(outputs.size(), m_inputs, first, m_inputs,
                              m_weightAlongInputs.row(outputs.first), m_weightAlongInputs.stride());
        if (m_factors.inputGradient != nullptr) {
            m_kernels.pairRows(outputs.size(), m_inputs, first, m_inputs,
                               m_weightAlongOutputs.row(outputs.first / 2),
                               m_weightAlongOutputs.stride());
        }
    }

private:
    const PairKernels& m_kernels;
    const Factors m_factors;
    const std::int64_t m_inputs;
    const std::int64_t m_outputs;
    PairBuffer m_weightAlongInputs;
    PairBuffer m_weightAlongOutputs;
    PairBuffer m_input;
    PairBuffer m_inputAlongImages;
    PairBuffer m_imageRows; ///< the same with a row for each two images
    PairBuffer m_gradient;
    PairBuffer m_gradientAlongImages;
};

} // namespace

std::unique_ptr<DenseProducts> makeBFloat16Products(const DenseProducts::Factors& factors,
                                                    const PairKernels& kernels) {
    return std::make_unique<BFloat16Products>(factors, kernels);
}

} // namespace digitlab::lanes
