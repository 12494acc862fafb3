// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/kernel_choice.h"
#include "tests/core/engine/learner_fixture.h"

namespace digitlab {
namespace {

/// Our own step against LibTorch's.
class LearnerTest : public testing::Test {
protected:
    const DigitData data = barData(100, 10);
};

TEST_F(LearnerTest, LearnsAsLibTorchDoes) {
    for (const LearnerCase& one : kLearnerCases) {
        SCOPED_TRACE(one.name);
        TrainingConfig config = configOf(one.network);
        config.nonDigits = 20; // some of what is fed is no digit
        Feed feed(config, data.train, firstIndices(100));
        const NetworkModule ours = networkOf(config);
        NetworkModule theirs = networkOf(config);
        const auto learner = makeLaneLearner(config, ours);
        const auto reference = makeAutogradLearner(config, theirs, c10::kCPU);
        // The second batch is smaller and leaves lanes of the first one empty.
        for (const std::int64_t count : {64, 23}) {
            const BatchScore score = learner->learn(feed, 5, count, 0.05);
            const BatchScore expected = reference->learn(feed, 5, count, 0.05);
            learner->finish();
            reference->finish();
            EXPECT_NEAR(score.loss.item<double>(), expected.loss.item<double>(), 1e-4);
            EXPECT_EQ(score.correct.item<std::int64_t>(), expected.correct.item<std::int64_t>());
            EXPECT_EQ(score.digits, expected.digits);
            EXPECT_LT(score.digits, count);
            for (std::size_t t = 0; t < ours.tensors().size(); ++t) {
                EXPECT_LT(difference(ours.tensors()[t], theirs.tensors()[t]), 2e-4)
                    << tensorsOf(ours.layers())[t].name << " after " << count;
            }
        }
    }
}

TEST_F(LearnerTest, AnyNumberOfThreadsLearnsTheSame) {
    expectAnyNumberOfThreadsLearnsTheSame(Precision::Float32, 1e-4);
}

/// The kernels of each kind of instructions against LibTorch's operators.
class KernelTest : public testing::TestWithParam<const lanes::Kernels*> {
protected:
    /// channels×height×width for kLanes images, all numbers in a row, as Maps.
    static lanes::Maps mapsOf(const at::Tensor& values) {
        return {values.data_ptr<float>(), values.stride(0), values.stride(1), lanes::kLanes};
    }
    /// The same as images×channels×height×width.
    static at::Tensor imagesOf(const at::Tensor& values) { return values.permute({3, 0, 1, 2}); }

    const lanes::Kernels& kernels = *GetParam();
};

TEST_P(KernelTest, ConvolvesAsLibTorchDoes) {
    for (const std::int64_t kernel : {1, 3, 5, 6}) {
        for (const std::int64_t width : {1, 7, 10}) {
            SCOPED_TRACE(testing::Message() << "kernel " << kernel << ", width " << width);
            const lanes::ConvSizes sizes{3, 7, kernel, 4, width};
            const at::Tensor in = at::randn({3, 3 + kernel, width + kernel - 1, lanes::kLanes});
            const at::Tensor weights = at::randn({7, 3, kernel, kernel});
            const at::Tensor bias = at::randn({7});
            const at::Tensor out = at::empty({7, 4, width, lanes::kLanes});
            kernels.convolve(sizes, mapsOf(in), weights.data_ptr<float>(), bias.data_ptr<float>(),
                             mapsOf(out));
            EXPECT_LT(difference(imagesOf(out), at::conv2d(imagesOf(in), weights, bias)), 1e-5);

            const at::Tensor gradient = at::randn_like(out);
            const at::Tensor weightGradient = at::empty_like(weights);
            const at::Tensor biasGradient = at::empty_like(bias);
            const lanes::Maps ins[] = {mapsOf(in), mapsOf(in)};
            const lanes::Maps gradients[] = {mapsOf(gradient), mapsOf(gradient)};
            kernels.convolveBack(sizes, ins, gradients, 2, weightGradient.data_ptr<float>(),
                                 biasGradient.data_ptr<float>());
            const auto [inGradient, expectedWeight, expectedBias] = at::convolution_backward(
                imagesOf(gradient).contiguous(), imagesOf(in).contiguous(), weights, {{7}}, {1, 1},
                {0, 0}, {1, 1}, false, {0, 0}, 1, {true, true, true});
            EXPECT_LT(difference(weightGradient, 2 * expectedWeight), 1e-5); // of two blocks
            EXPECT_LT(difference(biasGradient, 2 * expectedBias), 1e-5);
        }
    }
}

TEST_P(KernelTest, MultipliesAsLibTorchDoes) {
    for (const std::int64_t rows : {1, 5, 13}) {
        const at::Tensor a = at::randn({rows, 9});
        const at::Tensor b = at::randn({9, 112});
        for (const std::int64_t columns : {16, 64, 112}) {
            const at::Tensor part = b.narrow(1, 0, columns);
            const at::Tensor out = at::zeros({rows, 112});
            kernels.multiply(rows, 9, columns, {a.data_ptr<float>(), 9, 1}, b.data_ptr<float>(),
                             112, out.data_ptr<float>(), 112);
            EXPECT_LT(difference(out.narrow(1, 0, columns), a.mm(part)), 1e-5);
            EXPECT_EQ(out.narrow(1, columns, 112 - columns).count_nonzero().item<int>(), 0);
            // The same numbers, column after column.
            const at::Tensor turned = a.t().contiguous();
            kernels.multiply(rows, 9, columns, {turned.data_ptr<float>(), 1, rows},
                             b.data_ptr<float>(), 112, out.data_ptr<float>(), 112);
            EXPECT_LT(difference(out.narrow(1, 0, columns), a.mm(part)), 1e-5);
        }
    }
}

TEST_P(KernelTest, MultipliesAVectorAsLibTorchDoes) {
    for (const std::int64_t rows : {1, 8, 13}) {
        for (const std::int64_t inner : {1, 16, 37}) {
            const at::Tensor a = at::randn({rows, inner});
            const at::Tensor x = at::randn({inner});
            const at::Tensor to = at::empty({rows});
            kernels.multiplyVector(rows, inner, a.data_ptr<float>(), x.data_ptr<float>(),
                                   to.data_ptr<float>());
            EXPECT_LT(difference(to, a.mv(x)), 1e-5);
        }
    }
}

TEST_P(KernelTest, Transposes) {
    const at::Tensor from = at::randn({48, 32});
    const at::Tensor to = at::empty({32, 48});
    kernels.transpose(48, 32, from.data_ptr<float>(), 32, to.data_ptr<float>(), 48);
    EXPECT_TRUE(to.equal(from.t()));
}

std::string kernelName(const testing::TestParamInfo<const lanes::Kernels*>& info) {
    return info.param->name;
}

INSTANTIATE_TEST_SUITE_P(Kernels, KernelTest, testing::ValuesIn(lanes::allKernels()), kernelName);

} // namespace
} // namespace digitlab
