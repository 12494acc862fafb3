// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/network/network.h"

#include <gtest/gtest.h>

namespace digitlab {
namespace {

/// Two convolutions; the second gets a 6×6 input.
NetworkSpec twoConvs(ConvBlock second) {
    return {.convs = {{.channels = 4, .kernel = 5, .padding = 0, .pool = 4}, second},
            .hidden = {16}};
}

void expectProblem(const NetworkSpec& spec, const std::string& field, const std::string& text) {
    const auto problems = problemsOf(spec);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].field, field);
    EXPECT_EQ(problems[0].message.english(), text);
    try {
        (void)layersOf(spec);
        FAIL() << "layers of a network that cannot be built";
    } catch (const Error& error) {
        EXPECT_EQ(error.what(), text);
    }
}

TEST(NetworkProblems, NoneWhereItFitsExactly) {
    EXPECT_TRUE(problemsOf(twoConvs({.kernel = 6, .padding = 0, .pool = 1})).empty());
    EXPECT_TRUE(problemsOf(twoConvs({.kernel = 3, .padding = 0, .pool = 4})).empty());
    EXPECT_TRUE(problemsOf(twoConvs({.kernel = 3, .padding = 2, .pool = 8})).empty());
}

TEST(NetworkProblems, Kernel) {
    expectProblem(twoConvs({.kernel = 7, .padding = 0, .pool = 1}), "conv2.kernel",
                  "conv 2: a 7×7 kernel does not fit its 6×6 input; at most 6×6 is possible");
}

TEST(NetworkProblems, KernelWithPadding) {
    expectProblem(twoConvs({.kernel = 9, .padding = 1, .pool = 1}), "conv2.kernel",
                  "conv 2: a 9×9 kernel does not fit its 6×6 input with a padding of 1; at most "
                  "8×8 is possible");
}

TEST(NetworkProblems, Pool) {
    expectProblem(twoConvs({.kernel = 3, .padding = 0, .pool = 5}), "conv2.pool",
                  "conv 2: a pool of 5×5 does not fit its 4×4 maps; at most 4×4 is possible");
}

TEST(NetworkProblems, Padding) {
    expectProblem(twoConvs({.kernel = 3, .padding = 3, .pool = 1}), "conv2.padding",
                  "conv 2: a padding of 3 is too wide for its 3×3 kernel; less than 3 is expected");
}

TEST(NetworkProblems, TheFirstIsSaidAlone) {
    NetworkSpec spec = twoConvs({.kernel = 28, .padding = 0, .pool = 28});
    spec.convs[0].pool = 25;
    expectProblem(spec, "conv1.pool",
                  "conv 1: a pool of 25×25 does not fit its 24×24 maps; at most 24×24 is possible");
}

TEST(NetworkProblems, TooManyParameters) {
    NetworkSpec spec{.convs = {{.channels = 10}, {.channels = 256, .kernel = 3, .pool = 1}},
                     .hidden = {4096}};
    expectProblem(spec, "dense1.units",
                  "the network has 104926222 parameters; at most 20000000 are expected");
    spec.hidden[0] = 700; // 25600 × 700 + … = 17.9 million
    EXPECT_TRUE(problemsOf(spec).empty());
}

TEST(NetworkProblems, SizesAtTheirLimitsDoNotOverflow) {
    const ConvBlock widest{.channels = 256, .kernel = 15, .padding = 14, .pool = 1};
    const NetworkSpec spec{.convs = {widest, widest, widest}, .hidden = {4096}};
    const auto problems = problemsOf(spec);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].field, "dense1.units");
    // conv 1 57,856; conv 2 and 3 14,745,856 each; dense 256 × 70 × 70 × 4096 + 4096; 40,970
    EXPECT_EQ(std::get<std::int64_t>(problems[0].message.values().at(0)),
              57'856 + 2 * 14'745'856 + 5'138'022'400 + 4096 + 40'970);
}

} // namespace
} // namespace digitlab
