// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin_model.h"

#include "app/files/data_folder.h"
#include "tests/app/cli/program.h"

#include <gtest/gtest.h>

namespace digitlab::test {

namespace {

TEST(BuiltinModel, IsTrainedAndSmall) {
    const Model model = builtinModel();
    EXPECT_GT(model.scores.epochs, 0);
    EXPECT_TRUE(model.scores.testAccuracy.has_value());
    EXPECT_LT(parameterCount(layersOf(model.config.network)), 1'000'000);
}

TEST(BuiltinModel, ReadsMnist) {
    const auto folder = datasetFolder("mnist");
    if (!std::filesystem::exists(folder / "t10k-images-idx3-ubyte")) {
        GTEST_SKIP() << "MNIST is not in " << folder;
    }
    const Ended ended = runProgram({"evaluate", "--json"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    const Json scores = ended.lines().at(0);
    EXPECT_EQ(scores["count"], 10'000);
    EXPECT_GE(scores["accuracy"].get<double>(), 0.992);
}

} // namespace

} // namespace digitlab::test
