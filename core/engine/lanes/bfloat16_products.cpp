// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/dense_products.h"

#include <ATen/ATen.h>

namespace digitlab::lanes {

namespace {

/// A matrix of pairs; 0 at first.
class PairBuffer {
public:
    PairBuffer(std::int64_t rows, std::int64_t columns, BufferMemory& memory)
        : m_stride(wholeLanes(columns))
        , m_data(memory.take<Pair>(wholeLanes(rows) * m_stride)) {}

    [[nodiscard]] std::ptrdiff_t stride() const { return m_stride; } ///< pairs between rows
    [[nodiscard]] Pair* row(std::int64_t row) const { return m_data + row * m_stride; }

private:
    std::ptrdiff_t m_stride;
    Pair* m_data;
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
    BFloat16Products(const Factors& factors, const Part& outputs, const PairKernels& kernels,
                     BufferMemory& memory)
        : m_kernels(kernels)
        , m_factors(factors)
        , m_outputs(outputs)
        , m_inputs(factors.input->units())
        , m_weightAlongInputs(outputs.size(), pairsOf(m_inputs), memory)
        , m_weightAlongOutputs(factors.goesBack ? pairsOf(outputs.size()) : 0, m_inputs, memory)
        , m_input(pairsOf(m_inputs), factors.input->stride(), memory)
        , m_inputAlongImages(m_inputs, pairsOf(factors.input->stride()), memory)
        , m_imageRows(pairsOf(factors.input->stride()), m_inputs, memory)
        , m_gradient(pairsOf(outputs.size()), factors.input->stride(), memory)
        , m_gradientAlongImages(outputs.size(), pairsOf(factors.input->stride()), memory) {
        weightsChanged(outputs);
    }

    void takeInput(std::int64_t lanes) override {
        const UnitBuffer& input = *m_factors.input;
        m_kernels.pairRows(m_inputs, lanes, input.row(0), input.stride(), m_input.row(0),
                           m_input.stride());
    }

    void forward(const Part& outputs, std::int64_t lanes) override {
        const UnitBuffer& output = *m_factors.output;
        m_kernels.multiply(outputs.size(), pairsOf(m_inputs), lanes,
                           {m_weightAlongInputs.row(outputs.first - m_outputs.first),
                            m_weightAlongInputs.stride(), 1},
                           m_input.row(0), m_input.stride(), output.row(outputs.first),
                           output.stride());
    }

    void keepInput(std::int64_t lanes) override {
        const UnitBuffer& input = *m_factors.input;
        m_kernels.pairColumns(m_inputs, lanes, input.row(0), input.stride(),
                              m_inputAlongImages.row(0), m_inputAlongImages.stride());
        m_kernels.transpose(wholeLanes(m_inputs), wholeLanes(pairsOf(lanes)),
                            m_inputAlongImages.row(0), m_inputAlongImages.stride(),
                            m_imageRows.row(0), m_imageRows.stride());
    }

    void takeGradient(std::int64_t lanes) override {
        const UnitBuffer& gradient = *m_factors.outputGradient;
        const float* first = gradient.row(m_outputs.first);
        m_kernels.pairColumns(m_outputs.size(), lanes, first, gradient.stride(),
                              m_gradientAlongImages.row(0), m_gradientAlongImages.stride());
        if (m_factors.goesBack) {
            m_kernels.pairRows(m_outputs.size(), lanes, first, gradient.stride(), m_gradient.row(0),
                               m_gradient.stride());
        }
    }

    void backward(const Part& inputs, std::int64_t lanes, UnitBuffer& inputShare) override {
        m_kernels.multiply(
            inputs.size(), pairsOf(m_outputs.size()), lanes,
            {m_weightAlongOutputs.row(0) + inputs.first, 1, m_weightAlongOutputs.stride()},
            m_gradient.row(0), m_gradient.stride(), inputShare.row(inputs.first),
            inputShare.stride());
    }

    void weightGradient(const Part& outputs, std::int64_t lanes, float* to) override {
        m_kernels.multiply(outputs.size(), pairsOf(lanes), m_imageRows.stride(),
                           {m_gradientAlongImages.row(outputs.first - m_outputs.first),
                            m_gradientAlongImages.stride(), 1},
                           m_imageRows.row(0), m_imageRows.stride(), to, m_imageRows.stride());
    }

    void weightsChanged(const Part& outputs) override {
        const float* first = m_factors.weight.data_ptr<float>() + outputs.first * m_inputs;
        const std::int64_t row = outputs.first - m_outputs.first;
        m_kernels.pairColumns(outputs.size(), m_inputs, first, m_inputs,
                              m_weightAlongInputs.row(row), m_weightAlongInputs.stride());
        if (m_factors.goesBack) {
            m_kernels.pairRows(outputs.size(), m_inputs, first, m_inputs,
                               m_weightAlongOutputs.row(row / 2), m_weightAlongOutputs.stride());
        }
    }

private:
    const PairKernels& m_kernels;
    const Factors m_factors;
    const Part m_outputs; ///< of the owner
    const std::int64_t m_inputs;
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
                                                    const Part& outputs, const PairKernels& kernels,
                                                    BufferMemory& memory) {
    return std::make_unique<BFloat16Products>(factors, outputs, kernels, memory);
}

} // namespace digitlab::lanes
