// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_file.h"
#include "core/model/model_file.h"
#include "safetensors_parts.h"
#include "sample_model.h"
#include "tests/core/data/files.h"

#include <gmock/gmock.h>

#include <cstring>
#include <limits>

namespace digitlab {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::size_t kLengthBytes = 8;

std::size_t headerEnd(const Bytes& bytes) {
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), kLengthBytes);
    return kLengthBytes + static_cast<std::size_t>(length);
}

Checkpoint sampleCheckpoint() {
    Checkpoint checkpoint;
    checkpoint.history.start.config = sampleModel().config;
    checkpoint.history.start.stepsPerEpoch = 15;
    checkpoint.history.epochs = {{1, 15, 2.1, 0.1, 2.2, 0.15, 3.5}};
    checkpoint.history.batches = {{17, 0.25, 0.875}};
    checkpoint.step = 17;
    for (const TensorShape& shape : checkpointTensorsOf(checkpoint.history.start.config, false)) {
        checkpoint.tensors.push_back(
            {shape, std::vector<float>(static_cast<std::size_t>(shape.count()))});
    }
    return checkpoint;
}

TEST(ModelSummary, TellsConfigurationAndScores) {
    const TemporaryFolder folder;
    const Model model = sampleModel();
    const ModelSummary summary =
        readModelSummary(folder.write("model.safetensors", toSafetensors(model)));
    EXPECT_EQ(summary.config, model.config);
    EXPECT_EQ(summary.scores.testAccuracy, model.scores.testAccuracy);
    EXPECT_EQ(summary.scores.testLoss, model.scores.testLoss);
    EXPECT_EQ(summary.scores.validationAccuracy, model.scores.validationAccuracy);
    EXPECT_EQ(summary.scores.epochs, model.scores.epochs);
}

TEST(ModelSummary, LooksAtNoTensor) {
    const TemporaryFolder folder;
    Bytes bytes = toSafetensors(sampleModel());
    const float spoiled = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(bytes.data() + bytes.size() - sizeof spoiled, &spoiled, sizeof spoiled);
    const auto file = folder.write("model.safetensors", bytes);
    EXPECT_THAT(errorOf([&] { (void)readModelFile(file); }), HasSubstr("not finite"));
    EXPECT_EQ(readModelSummary(file).scores.epochs, 3);
}

TEST(ModelSummary, OfAFileThatIsCutShortIsRefused) {
    const TemporaryFolder folder;
    const Bytes bytes = toSafetensors(sampleModel());
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{8},
                                   headerEnd(bytes) - 1, headerEnd(bytes), bytes.size() - 1}) {
        const auto file =
            folder.write("model.safetensors",
                         Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)));
        EXPECT_THAT(errorOf([&] { (void)readModelSummary(file); }), StartsWith(file.string()))
            << size;
    }
}

TEST(ModelSummary, OfAnotherFileIsRefused) {
    const TemporaryFolder folder;
    Bytes bytes = toSafetensors(sampleModel());
    std::memset(bytes.data(), 0xFF, kLengthBytes);
    const auto huge = folder.write("huge.safetensors", bytes);
    EXPECT_THAT(errorOf([&] { (void)readModelSummary(huge); }), HasSubstr("at most 1000000"));
    const auto checkpoint = folder.write("c.safetensors", toSafetensors(sampleCheckpoint()));
    EXPECT_THAT(errorOf([&] { (void)readModelSummary(checkpoint); }), HasSubstr("checkpoint"));
    const auto model = folder.write("m.safetensors", toSafetensors(sampleModel()));
    EXPECT_THAT(errorOf([&] { (void)readCheckpointSummary(model); }),
                HasSubstr("is no checkpoint"));
    EXPECT_THAT(errorOf([&] { (void)readModelSummary(folder.path()); }),
                HasSubstr("no regular file"));
}

TEST(CheckpointSummary, TellsHowFarTheRunHasCome) {
    const TemporaryFolder folder;
    const Checkpoint whole = sampleCheckpoint();
    const Checkpoint summary =
        readCheckpointSummary(folder.write("checkpoint.safetensors", toSafetensors(whole)));
    EXPECT_EQ(summary.config(), whole.config());
    EXPECT_EQ(summary.step, 17);
    EXPECT_EQ(summary.history.start.stepsPerEpoch, 15);
    ASSERT_EQ(summary.history.epochs.size(), 1U);
    EXPECT_EQ(summary.history.epochs[0].validationAccuracy, 0.15);
    EXPECT_TRUE(summary.tensors.empty());
    EXPECT_TRUE(summary.history.batches.empty());
}

} // namespace
} // namespace digitlab
