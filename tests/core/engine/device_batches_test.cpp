// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device.h"
#include "core/engine/device_batches.h"
#include "tests/core/engine/learner_fixture.h"

namespace digitlab {
namespace {

/// On each device that this machine has.
class DeviceBatchesTest : public testing::TestWithParam<Device> {
protected:
    void SetUp() override {
        if (GetParam() == Device::Cuda && !cudaProblem().empty()) {
            GTEST_SKIP() << "skipped: " << cudaProblem().english();
        }
    }

    /// Batches of the feed hold what it writes.
    static void expectWhatIsWritten(Feed& feed) {
        DeviceBatches batches(torchDevice(GetParam()));
        for (const int epoch : {1, 2}) {
            feed.beginEpoch(epoch);
            for (const std::int64_t first : {0, 41}) {
                expectSame(batches.take(feed, first, 41), feed, first);
            }
        }
    }

    const DigitData data = barData(100, 10);

private:
    static void expectSame(const DeviceBatch& batch, const Feed& feed, std::int64_t first) {
        EXPECT_EQ(batch.pixels.device().type(), torchDevice(GetParam()).type());
        EXPECT_EQ(batch.targets.device().type(), torchDevice(GetParam()).type());
        const at::Tensor pixels = batch.pixels.cpu();
        const at::Tensor targets = batch.targets.cpu();
        std::int64_t digits = 0;
        for (std::int64_t i = 0; i < pixels.size(0); ++i) {
            const at::Tensor expected = at::empty({1, kDigitSide, kDigitSide}, at::kByte);
            const int label = feed.write(first + i, expected.data_ptr<std::uint8_t>());
            EXPECT_TRUE(pixels[i].equal(expected)) << "image " << i << " from " << first;
            at::Tensor target = at::full({10}, 0.1F);
            if (label != kNoDigit) {
                target = at::one_hot(at::scalar_tensor(label, at::kLong), 10).to(at::kFloat);
            }
            EXPECT_TRUE(targets[i].equal(target)) << "target " << i;
            digits += label == kNoDigit ? 0 : 1;
        }
        EXPECT_EQ(batch.digits, digits);
    }
};

TEST_P(DeviceBatchesTest, HoldWhatAPlainFeedWrites) {
    Feed feed(TrainingConfig(), data.train, firstIndices(90));
    ASSERT_TRUE(feed.isPlain());
    expectWhatIsWritten(feed);
}

TEST_P(DeviceBatchesTest, HoldWhatAMixedFeedWrites) {
    TrainingConfig config;
    config.nonDigits = 30;
    config.synthetic = 30;
    config.augmentation.rotation = 10;
    Feed feed(config, data.train, firstIndices(90));
    expectWhatIsWritten(feed);
}

TEST_P(DeviceBatchesTest, FollowTheFeedToOtherImages) {
    const DigitData others = barData(100, 10);
    Feed feed(TrainingConfig(), data.train, firstIndices(90));
    Feed other(TrainingConfig(), others.test, firstIndices(10));
    DeviceBatches batches(torchDevice(GetParam()));
    (void)batches.take(feed, 0, 10);
    const DeviceBatch batch = batches.take(other, 0, 10);
    const at::Tensor expected = at::empty({1, kDigitSide, kDigitSide}, at::kByte);
    other.write(3, expected.data_ptr<std::uint8_t>());
    EXPECT_TRUE(batch.pixels[3].cpu().equal(expected));
}

INSTANTIATE_TEST_SUITE_P(OnEachDevice, DeviceBatchesTest,
                         testing::Values(Device::Cpu, Device::Cuda), [](const auto& device) {
                             return device.param == Device::Cpu ? "cpu" : "cuda";
                         });

} // namespace
} // namespace digitlab
