// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/kernel_choice.h"
#include "tests/core/engine/learner_fixture.h"

namespace digitlab {
namespace {

using lanes::Pair;

/// What an engine can do with bfloat16 where the processor multiplies it.
class BFloat16Test : public EngineTest {
protected:
    void SetUp() override {
        if (lanes::pairKernels() == nullptr) {
            GTEST_SKIP() << "this processor has no instructions for bfloat16";
        }
    }

    static at::Tensor rounded(const at::Tensor& values) {
        return values.to(at::kBFloat16).to(at::kFloat);
    }

    const DigitData data = barData(100, 10);
};

/// Pairs in a tensor of integers; what nobody writes stays 7.
at::Tensor pairs(std::int64_t rows, std::int64_t columns) {
    return at::full({rows, columns}, 7, at::kInt);
}

Pair* pairsIn(const at::Tensor& tensor) {
    return reinterpret_cast<Pair*>(tensor.data_ptr<int>());
}

/// The numbers of pairs as bfloat16, a new last dimension of two.
at::Tensor numbersIn(const at::Tensor& pairs) {
    std::vector<std::int64_t> sizes = pairs.sizes().vec();
    sizes.push_back(2);
    return at::from_blob(pairs.data_ptr(), sizes, at::kBFloat16).to(at::kFloat);
}

TEST_F(BFloat16Test, RoundsToTheNearestAndPairsNeighbours) {
    const lanes::PairKernels& kernels = *lanes::pairKernels();
    for (const std::int64_t rows : {1, 4, 7}) {
        for (const std::int64_t columns : {1, 16, 33, 50}) {
            SCOPED_TRACE(testing::Message() << rows << " rows, " << columns << " columns");
            at::Tensor values = at::randn({rows, columns});
            values.view(-1)[0] = 1 + 0x1p-8; // as near to 1 as to the next number, which is odd
            const at::Tensor from =
                at::constant_pad_nd(rounded(values), {0, columns % 2, 0, rows % 2});

            const at::Tensor beside = pairs(rows, columns);
            kernels.pairColumns(rows, columns, values.data_ptr<float>(), columns, pairsIn(beside),
                                columns);
            const std::int64_t written = (columns + 1) / 2;
            EXPECT_TRUE(numbersIn(beside.narrow(1, 0, written).contiguous())
                            .equal(from.narrow(0, 0, rows).reshape({rows, written, 2})));
            EXPECT_TRUE(beside.narrow(1, written, columns - written).eq(7).all().item<bool>());

            const at::Tensor below = pairs((rows + 1) / 2, columns + 1);
            kernels.pairRows(rows, columns, values.data_ptr<float>(), columns, pairsIn(below),
                             columns + 1);
            EXPECT_TRUE(numbersIn(below.narrow(1, 0, columns).contiguous())
                            .equal(from.narrow(1, 0, columns)
                                       .reshape({(rows + 1) / 2, 2, columns})
                                       .transpose(1, 2)));
            EXPECT_TRUE(below.narrow(1, columns, 1).eq(7).all().item<bool>());
        }
    }
}

TEST_F(BFloat16Test, TransposesPairs) {
    const at::Tensor from = at::randint(std::numeric_limits<int>::max(), {48, 32}, at::kInt);
    const at::Tensor to = pairs(32, 48);
    lanes::pairKernels()->transpose(48, 32, pairsIn(from), 32, pairsIn(to), 48);
    EXPECT_TRUE(to.equal(from.t()));
}

TEST_F(BFloat16Test, MultipliesRoundedNumbersAndSumsInFloat32) {
    const lanes::PairKernels& kernels = *lanes::pairKernels();
    constexpr std::int64_t kInner = 1001;
    constexpr std::int64_t kPairs = 501;
    for (const std::int64_t rows : {1, 5, 13}) {
        const at::Tensor a = at::randn({rows, kInner});
        const at::Tensor b = at::randn({kInner, 112});
        const at::Tensor alongRow = pairs(rows, kPairs);
        kernels.pairColumns(rows, kInner, a.data_ptr<float>(), kInner, pairsIn(alongRow), kPairs);
        const at::Tensor alongColumn = pairs(kPairs, rows); // the same, column after column
        const at::Tensor turned = a.t().contiguous();
        kernels.pairRows(kInner, rows, turned.data_ptr<float>(), rows, pairsIn(alongColumn), rows);
        const at::Tensor factor = pairs(kPairs, 112);
        kernels.pairRows(kInner, 112, b.data_ptr<float>(), 112, pairsIn(factor), 112);
        for (const std::int64_t columns : {16, 64, 112}) {
            const at::Tensor expected = rounded(a).mm(rounded(b.narrow(1, 0, columns)));
            for (const lanes::StridedPairs& one :
                 {lanes::StridedPairs{pairsIn(alongRow), kPairs, 1},
                  lanes::StridedPairs{pairsIn(alongColumn), 1, rows}}) {
                const at::Tensor out = at::zeros({rows, 112});
                kernels.multiply(rows, kPairs, columns, one, pairsIn(factor), 112,
                                 out.data_ptr<float>(), 112);
                EXPECT_LT(difference(out.narrow(1, 0, columns), expected), 1e-5);
                EXPECT_EQ(out.narrow(1, columns, 112 - columns).count_nonzero().item<int>(), 0);
            }
        }
    }
}

TEST_F(BFloat16Test, AStepIsThatOfFloat32ButForRounding) {
    for (const LearnerCase& one : kLearnerCases) {
        SCOPED_TRACE(one.name);
        TrainingConfig config = configOf(one.network);
        Feed feed(config, data.train, firstIndices(100));
        const NetworkModule exact = networkOf(config);
        const auto reference = makeLaneLearner(config, exact);
        config.precision = Precision::BFloat16;
        const NetworkModule network = networkOf(config);
        const auto learner = makeLaneLearner(config, network);
        bool isTheSame = true;
        for (const std::int64_t count : {64, 23}) {
            const BatchScore score = learner->learn(feed, 5, count, 0.05);
            const BatchScore expected = reference->learn(feed, 5, count, 0.05);
            learner->finish();
            reference->finish();
            EXPECT_NEAR(score.loss.item<double>(), expected.loss.item<double>(), 0.03);
            for (std::size_t t = 0; t < network.tensors().size(); ++t) {
                EXPECT_LT(difference(network.tensors()[t], exact.tensors()[t]), 0.03)
                    << tensorsOf(network.layers())[t].name << " after " << count;
                isTheSame = isTheSame && network.tensors()[t].equal(exact.tensors()[t]);
            }
        }
        EXPECT_EQ(isTheSame, one.network.hidden.empty()); // the answers stay in float32
    }
}

TEST_F(BFloat16Test, AnyNumberOfThreadsLearnsTheSame) {
    // A sum of convolutions in another order can be rounded to the next bfloat16.
    expectAnyNumberOfThreadsLearnsTheSame(Precision::BFloat16, 1e-2);
}

TEST_F(BFloat16Test, ARunLearnsWhatItIsShown) {
    TrainingConfig config = tinyConfig();
    config.precision = Precision::BFloat16;
    const RunOutcome outcome = train(config, barData(500, 100));
    EXPECT_EQ(outcome.status, RunStatus::Finished) << outcome.failure.english();
    EXPECT_GE(outcome.testAccuracy.value(), 0.95);
    const Model first = outcome.classifier->model();
    const RunOutcome again = train(config, barData(500, 100));
    EXPECT_EQ(firstDifference(first, again.classifier->model()), "");
    EXPECT_EQ(first.config.precision, Precision::BFloat16);
}

/// A processor without the instructions must refuse before it begins.
TEST_F(EngineTest, RefusesBFloat16WhereTheProcessorHasNone) {
    if (lanes::pairKernels() != nullptr) {
        GTEST_SKIP() << "this processor has instructions for bfloat16";
    }
    TrainingConfig config = tinyConfig();
    config.precision = Precision::BFloat16;
    const RunOutcome outcome = train(config, barData(100, 10));
    EXPECT_EQ(outcome.status, RunStatus::Failed);
    EXPECT_NE(outcome.failure.english().find("avx512_bf16"), std::string::npos)
        << outcome.failure.english();
    EXPECT_TRUE(recorder.starts.empty());
}

} // namespace
} // namespace digitlab
