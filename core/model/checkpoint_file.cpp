// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_file.h"

#include "core/model/model_entries.h"
#include "core/training/config_json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace digitlab {

namespace {

using safetensors::Entry;
using safetensors::Metadata;

/// Raised when a reader of this version could no longer read what is written.
constexpr const char* kVersion = "1";
constexpr const char* kProgressKey = "digitlab.progress";
constexpr const char* kBatches = "metrics.batches"; ///< loss and accuracy of each

constexpr std::int64_t kMaxBatches = 10'000'000;
constexpr std::int64_t kBatchValues = 2;
constexpr std::size_t kEpochValues = 5;
/// Weights, twice what the optimiser remembers, the best weights, and as much again for what is not
/// learned; the metrics; the header.
constexpr std::uint64_t kMaxFileBytes =
    sizeof(float) * (8 * kMaxParameters + kBatchValues * kMaxBatches) + 2'000'000;
constexpr double kMaxImages = 1e9;
constexpr double kMaxSteps = 1e12;
constexpr double kMaxSum = 1e18;

Json toJson(const EpochSums& sums) {
    return {{"images", sums.images},
            {"digits", sums.digits},
            {"loss", sums.loss},
            {"correct", sums.correct},
            {"seconds", sums.seconds}};
}

Json toJson(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

Json progressOf(const Checkpoint& checkpoint) {
    const RunStart& start = checkpoint.history.start;
    Json epochs = Json::array();
    for (const EpochResult& epoch : checkpoint.history.epochs) {
        epochs.push_back({epoch.trainLoss, epoch.trainAccuracy, toJson(epoch.validationLoss),
                          toJson(epoch.validationAccuracy), epoch.seconds});
    }
    Json json = {{"train_images", start.trainImages},
                 {"validation_images", start.validationImages},
                 {"images_checksum", checkpoint.imagesChecksum},
                 {"steps_per_epoch", start.stepsPerEpoch},
                 {"step", checkpoint.step},
                 {"train_seconds", checkpoint.trainSeconds},
                 {"epochs", std::move(epochs)},
                 {"epoch_under_way", toJson(checkpoint.epoch)}};
    if (checkpoint.bestEpoch > 0) {
        json["best_epoch"] = checkpoint.bestEpoch;
        json["best_loss"] = checkpoint.bestLoss;
    }
    return json;
}

[[noreturn]] void refuse(const char* text, std::vector<Message::Value> values) {
    throw Error(Message(text, std::move(values)));
}

/// The number under `key`, from 0 to `maximum`, that must be there.
double requiredAt(const Json& json, const char* key, double maximum, const std::string& name) {
    const auto number = numberAt(json, key, maximum, name);
    if (!number) {
        refuse(DIGITLAB_TEXT("core", "%1: does not tell its %2, which a checkpoint is expected to"),
               {name, std::string(key)});
    }
    return *number;
}

std::int64_t countAt(const Json& json, const char* key, double maximum, const std::string& name) {
    return static_cast<std::int64_t>(requiredAt(json, key, maximum, name));
}

EpochSums parseSums(const Json& json, const std::string& name) {
    const auto found = json.find("epoch_under_way");
    const Json none = Json::object();
    const Json& sums = found != json.end() && found->is_object() ? *found : none;
    const auto sum = [&](const char* key) { return requiredAt(sums, key, kMaxSum, name); };
    return {sum("images"), sum("digits"), sum("loss"), sum("correct"), sum("seconds")};
}

/// A number of an epoch; nothing for null.
std::optional<double> epochValue(const Json& json, const std::string& name) {
    if (json.is_null()) {
        return std::nullopt;
    }
    if (!json.is_number() || !(json.get<double>() >= 0)) {
        refuse(DIGITLAB_TEXT("core", "%1: the figures of its epochs are damaged; numbers from 0 on "
                                     "are expected"),
               {name});
    }
    return json.get<double>();
}

std::vector<EpochResult> parseEpochs(const Json& json, const Checkpoint& checkpoint,
                                     const std::string& name) {
    const std::int64_t steps = checkpoint.history.start.stepsPerEpoch;
    const std::int64_t done = checkpoint.step / steps;
    const auto found = json.find("epochs");
    const Json none = Json::array();
    const Json& list = found != json.end() && found->is_array() ? *found : none;
    if (std::cmp_not_equal(list.size(), done)) {
        refuse(DIGITLAB_TEXT("core", "%1: has the figures of %2 epochs; those of %3 are expected "
                                     "after %4 batches"),
               {name, static_cast<std::int64_t>(list.size()), done, checkpoint.step});
    }
    std::vector<EpochResult> epochs;
    for (const Json& values : list) {
        if (!values.is_array() || values.size() != kEpochValues) {
            refuse(DIGITLAB_TEXT("core", "%1: the figures of its epochs are damaged; %2 of each "
                                         "are expected"),
                   {name, static_cast<std::int64_t>(kEpochValues)});
        }
        const auto number = static_cast<std::int64_t>(epochs.size()) + 1;
        const auto value = [&](std::size_t i) { return epochValue(values[i], name); };
        epochs.push_back({static_cast<int>(number), number * steps, value(0).value_or(0),
                          value(1).value_or(0), value(2), value(3), value(4).value_or(0)});
    }
    return epochs;
}

/// The numbers of the run, of which no other number may be out of all proportion.
void parseProgress(const Json& json, Checkpoint& checkpoint, const std::string& name) {
    RunStart& start = checkpoint.history.start;
    start.parameters = parameterCount(layersOf(start.config.network));
    start.trainImages = countAt(json, "train_images", kMaxImages, name);
    start.validationImages = countAt(json, "validation_images", kMaxImages, name);
    start.stepsPerEpoch = countAt(json, "steps_per_epoch", kMaxImages, name);
    checkpoint.step = countAt(json, "step", kMaxSteps, name);
    const std::int64_t most = start.config.epochs * start.stepsPerEpoch;
    if (checkpoint.step < 1 || checkpoint.step > most) {
        refuse(DIGITLAB_TEXT("core", "%1: has learned from %2 batches; from 1 to %3 are expected "
                                     "of its settings"),
               {name, checkpoint.step, most});
    }
    checkpoint.trainSeconds = requiredAt(json, "train_seconds", kMaxSum, name);
    checkpoint.imagesChecksum = static_cast<std::uint32_t>(
        requiredAt(json, "images_checksum", std::numeric_limits<std::uint32_t>::max(), name));
    checkpoint.epoch = parseSums(json, name);
    checkpoint.history.epochs = parseEpochs(json, checkpoint, name);
    const auto epochs = static_cast<double>(checkpoint.history.epochs.size());
    checkpoint.bestEpoch = static_cast<int>(numberAt(json, "best_epoch", epochs, name).value_or(0));
    if (checkpoint.bestEpoch > 0) {
        checkpoint.bestLoss = requiredAt(json, "best_loss", kMaxSum, name);
    }
}

/// The entry of the batches' figures, taken out of the others; nothing where there is none.
std::optional<Entry> takeBatches(std::vector<Entry>& entries) {
    const auto found =
        std::ranges::find(entries, kBatches, [](const Entry& entry) { return entry.shape.name; });
    if (found == entries.end()) {
        return std::nullopt;
    }
    Entry batches = std::move(*found);
    entries.erase(found);
    return batches;
}

/// Their figures are those of the last batches.
std::vector<BatchResult> parseBatches(const Entry& entry, std::int64_t step,
                                      const std::string& name) {
    const std::int64_t count = entry.shape.sizes.empty() ? 0 : entry.shape.sizes.front();
    const std::vector<std::int64_t> expected{std::min(count, std::min(step, kMaxBatches)),
                                             kBatchValues};
    const std::vector<Tensor> tensors = tensorsIn({entry}, {{kBatches, expected}}, name);
    const std::vector<float>& values = tensors.front().values;
    std::vector<BatchResult> batches;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto place = static_cast<std::size_t>(i * kBatchValues);
        batches.push_back({step - count + i + 1, values[place], values[place + 1]});
    }
    return batches;
}

Tensor batchTensor(const std::vector<BatchResult>& batches) {
    const auto count = std::min<std::size_t>(batches.size(), kMaxBatches);
    Tensor tensor{{kBatches, {static_cast<std::int64_t>(count), kBatchValues}}, {}};
    for (auto batch = batches.end() - static_cast<std::ptrdiff_t>(count); batch != batches.end();
         ++batch) {
        tensor.values.push_back(static_cast<float>(batch->loss));
        tensor.values.push_back(static_cast<float>(batch->accuracy));
    }
    return tensor;
}

void checkVersion(const Metadata& metadata, const std::string& name) {
    const auto found = metadata.find(kCheckpointKey);
    if (found == metadata.end()) {
        refuse(DIGITLAB_TEXT("core", "%1: is no checkpoint; the checkpoint.safetensors of a run is "
                                     "expected"),
               {name});
    }
    if (found->second != kVersion) {
        refuse(DIGITLAB_TEXT("core", "%1: is a checkpoint of version %2; version %3 is expected"),
               {name, shortened(found->second), std::string(kVersion)});
    }
}

Checkpoint summaryIn(Metadata metadata, const std::string& name) {
    checkVersion(metadata, name);
    Checkpoint checkpoint;
    checkpoint.history.start.config = configIn(metadata, name);
    parseProgress(parseObject(metadata[kProgressKey], name), checkpoint, name);
    return checkpoint;
}

} // namespace

Bytes toSafetensors(Checkpoint checkpoint) {
    const Metadata metadata{{"format", "pt"},
                            {kCheckpointKey, kVersion},
                            {kConfigKey, toJson(checkpoint.config()).dump()},
                            {kProgressKey, progressOf(checkpoint).dump()}};
    std::vector<Tensor> tensors = std::move(checkpoint.tensors);
    if (!checkpoint.history.batches.empty()) {
        tensors.push_back(batchTensor(checkpoint.history.batches));
    }
    for (const Tensor& tensor : tensors) {
        checkFinite(tensor, "checkpoint"); // it could not be read back
    }
    return safetensors::write(metadata, tensors);
}

Checkpoint parseCheckpoint(std::span<const std::uint8_t> bytes, const std::string& name) {
    safetensors::Contents contents = safetensors::parse(bytes, name);
    Checkpoint checkpoint = summaryIn(std::move(contents.metadata), name);
    if (const auto batches = takeBatches(contents.entries)) {
        checkpoint.history.batches = parseBatches(*batches, checkpoint.step, name);
    }
    checkpoint.tensors = tensorsIn(
        contents.entries, checkpointTensorsOf(checkpoint.config(), checkpoint.bestEpoch > 0), name);
    return checkpoint;
}

Checkpoint readCheckpointFile(const std::filesystem::path& path) {
    return parseCheckpoint(readFile(path, kMaxFileBytes), path.string());
}

Checkpoint readCheckpointSummary(const std::filesystem::path& path) {
    return summaryIn(safetensors::readMetadata(path), path.string());
}

} // namespace digitlab
