// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/checkpoint_file.h"
#include "core/model/model_file.h"
#include "safetensors_parts.h"
#include "sample_model.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <random>

namespace digitlab {
namespace {

using Json = nlohmann::ordered_json;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// A run of `compact` in its third epoch, with early stopping; every number is another one.
Checkpoint sampleCheckpoint() {
    Checkpoint checkpoint;
    TrainingConfig config = sampleModel().config;
    config.epochs = 18;
    config.patience = 2;
    config.threads = 2;
    checkpoint.history = {{config, 0, 1800, 200, 15, 0}, {}, {}};
    checkpoint.history.epochs = {{1, 15, 2.1, 0.1, 2.2, 0.15, 3.5},
                                 {2, 30, 0.7, 0.8, {}, {}, 3.25}};
    checkpoint.step = 37;
    checkpoint.history.batches = {{36, 0.5, 0.75}, {37, 0.25, 0.875}};
    checkpoint.epoch = {896, 800, 1.0 / 3, 700, 1.25};
    checkpoint.trainSeconds = 7.1;
    checkpoint.imagesChecksum = 0xFEDCBA98;
    checkpoint.bestEpoch = 1;
    checkpoint.bestLoss = 2.2;
    float value = -1;
    for (const TensorShape& shape : checkpointTensorsOf(config, true)) {
        Tensor tensor{shape, std::vector<float>(static_cast<std::size_t>(shape.count()))};
        for (float& place : tensor.values) {
            place = value += 0x1p-10F;
        }
        checkpoint.tensors.push_back(std::move(tensor));
    }
    return checkpoint;
}

/// A file in three parts, so that a test can spoil one.
struct Parts {
    Json header;
    Json progress;
    Bytes data;
};

Bytes joined(const Parts& parts) {
    Json header = parts.header;
    header["__metadata__"]["digitlab.progress"] = parts.progress.dump();
    return digitlab::joined(header.dump(), parts.data);
}

Parts goodParts() {
    const SafetensorsParts parts = partsOf(toSafetensors(sampleCheckpoint()));
    const std::string progress = parts.header["__metadata__"]["digitlab.progress"];
    return {parts.header, Json::parse(progress), parts.data};
}

/// What is said against the bytes; empty where they are taken.
std::string refusal(const Bytes& bytes) {
    try {
        (void)parseCheckpoint(bytes, "bad.safetensors");
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

std::string refusalOf(const std::function<void(Parts&)>& spoil) {
    Parts parts = goodParts();
    spoil(parts);
    return refusal(joined(parts));
}

auto says(const std::string& wrong, const std::string& expected) {
    return AllOf(StartsWith("bad.safetensors: "), HasSubstr(wrong), HasSubstr(expected));
}

TEST(CheckpointFile, GivesBackWhatWasKept) {
    const Checkpoint before = sampleCheckpoint();
    const Checkpoint after = parseCheckpoint(toSafetensors(before), "x");
    EXPECT_EQ(after.config(), before.config());
    EXPECT_EQ(after.history.start.trainImages, 1800);
    EXPECT_EQ(after.history.start.validationImages, 200);
    EXPECT_EQ(after.history.start.stepsPerEpoch, 15);
    EXPECT_EQ(after.step, 37);
    EXPECT_EQ(after.trainSeconds, 7.1);
    EXPECT_EQ(after.imagesChecksum, 0xFEDCBA98);
    EXPECT_EQ(after.bestEpoch, 1);
    EXPECT_EQ(after.bestLoss, 2.2);
    EXPECT_EQ(after.epoch.images, 896);
    EXPECT_EQ(after.epoch.digits, 800);
    EXPECT_EQ(after.epoch.loss, 1.0 / 3);
    EXPECT_EQ(after.epoch.correct, 700);
    EXPECT_EQ(after.epoch.seconds, 1.25);
    ASSERT_EQ(after.history.epochs.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const EpochResult& epoch = after.history.epochs[i];
        const EpochResult& expected = before.history.epochs[i];
        EXPECT_EQ(epoch.epoch, expected.epoch);
        EXPECT_EQ(epoch.step, expected.step);
        EXPECT_EQ(epoch.trainLoss, expected.trainLoss);
        EXPECT_EQ(epoch.trainAccuracy, expected.trainAccuracy);
        EXPECT_EQ(epoch.validationLoss, expected.validationLoss);
        EXPECT_EQ(epoch.validationAccuracy, expected.validationAccuracy);
        EXPECT_EQ(epoch.seconds, expected.seconds);
    }
    ASSERT_EQ(after.history.batches.size(), 2U);
    EXPECT_EQ(after.history.batches[0].step, 36);
    EXPECT_EQ(after.history.batches[1].loss, 0.25);
    EXPECT_EQ(after.history.batches[1].accuracy, 0.875);
    ASSERT_EQ(after.tensors.size(), before.tensors.size());
    for (std::size_t i = 0; i < after.tensors.size(); ++i) {
        EXPECT_EQ(after.tensors[i].shape, before.tensors[i].shape);
        EXPECT_EQ(after.tensors[i].values, before.tensors[i].values);
    }
}

TEST(CheckpointFile, RefusesWhatIsNone) {
    EXPECT_EQ(refusal(joined(goodParts())), "");
    EXPECT_THAT(refusal({}), says("0 bytes", "at least 8"));
    EXPECT_THAT(refusal(toSafetensors(sampleModel())),
                says("no checkpoint", "checkpoint.safetensors"));
    EXPECT_THAT(
        refusalOf([](Parts& parts) { parts.header["__metadata__"]["digitlab.checkpoint"] = "2"; }),
        says("version 2", "version 1 is expected"));
    try {
        (void)parseSafetensors(toSafetensors(sampleCheckpoint()), "bad.safetensors");
        ADD_FAILURE() << "a checkpoint is no model";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), says("checkpoint of a run", "a model is expected"));
    }
}

TEST(CheckpointFile, RefusesProgressThatCannotBe) {
    const auto with = [](const char* key, const Json& value) {
        return refusalOf([&](Parts& parts) { parts.progress[key] = value; });
    };
    EXPECT_THAT(with("step", 0), says("0 batches", "from 1 to 270"));
    EXPECT_THAT(with("step", 271), says("271 batches", "from 1 to 270"));
    EXPECT_THAT(with("step", "many"), says("step", "from 0 to"));
    EXPECT_THAT(with("step", nullptr), says("step", "expected"));
    EXPECT_THAT(with("step", 1e300), says("step", "from 0 to"));
    EXPECT_THAT(with("step", 20), says("2 epochs", "1 are expected after 20"));
    EXPECT_THAT(with("steps_per_epoch", 0), says("37 batches", "from 1 to 0"));
    EXPECT_THAT(with("epochs", Json::array()), says("0 epochs", "2 are expected"));
    EXPECT_THAT(with("epochs", {{1, 2, 3, 4, 5}, {1, 2}}), says("damaged", "5 of each"));
    EXPECT_THAT(with("epochs", {{1, 2, 3, 4, 5}, {1, 2, 3, 4, "x"}}), says("damaged", "numbers"));
    EXPECT_THAT(with("epoch_under_way", 3), says("images", "expected"));
    EXPECT_THAT(with("best_epoch", 3), says("best_epoch", "from 0 to 2"));
    EXPECT_THAT(with("best_epoch", 0), says("\"best.", "does not have"));
    EXPECT_THAT(with("best_loss", nullptr), says("best_loss", "expected"));
    EXPECT_THAT(with("images_checksum", 1e10), says("images_checksum", "from 0 to"));
}

TEST(CheckpointFile, RefusesTensorsThatDoNotFit) {
    const auto renamed = [](const std::string& from, const std::string& to) {
        return refusalOf([&](Parts& parts) {
            parts.header[to] = parts.header[from];
            parts.header.erase(from);
        });
    };
    EXPECT_THAT(renamed("optimizer.second.conv1.weight", "other"),
                says("optimizer.second.conv1.weight", "missing"));
    EXPECT_THAT(renamed("metrics.batches", "metrics.others"), says("metrics.others", "not have"));
    EXPECT_THAT(refusalOf([](Parts& parts) { parts.header["metrics.batches"]["shape"] = {4}; }),
                says("\"metrics.batches\" is 4", "expects 4×2"));
    EXPECT_THAT(refusalOf([](Parts& parts) {
                    parts.progress["step"] = 1;
                    parts.progress["epochs"] = Json::array();
                    parts.progress.erase("best_epoch");
                }),
                says("\"metrics.batches\" is 2×2", "expects 1×2"));
    const float infinity = std::numeric_limits<float>::infinity();
    EXPECT_THAT(refusalOf([&](Parts& parts) { std::memcpy(parts.data.data(), &infinity, 4); }),
                says("not finite", ""));
    Checkpoint checkpoint = sampleCheckpoint();
    checkpoint.tensors.back().values.front() = infinity;
    EXPECT_THROW((void)toSafetensors(checkpoint), Error); // nor is such a file written
}

TEST(CheckpointFile, CutShortOrSpoiledItIsRefusedOrWhole) {
    const Bytes good = joined(goodParts());
    for (std::size_t size = 0; size < good.size(); size += 61) {
        EXPECT_NE(refusal({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)}), "");
    }
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) {
        Bytes bytes = good;
        const std::size_t header = 4'000; // where most can be spoiled
        bytes[random() % header] = static_cast<std::uint8_t>("{}[]\",:0-9e\\u"[random() % 13]);
        bytes[random() % header] ^= static_cast<std::uint8_t>(1U << random() % 8);
        try {
            const Checkpoint taken = parseCheckpoint(bytes, "x");
            EXPECT_GT(taken.step, 0);
            EXPECT_EQ(taken.tensors.size(),
                      checkpointTensorsOf(taken.config(), taken.bestEpoch > 0).size());
        } catch (const Error&) { // as it should
        }
    }
}

} // namespace
} // namespace digitlab
