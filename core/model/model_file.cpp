// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"

#include "core/model/bounded_json.h"
#include "core/model/safetensors.h"
#include "core/training/config_json.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace digitlab {

namespace {

using safetensors::Entry;
using safetensors::Metadata;

/// Raised when a reader of this version could no longer read what is written.
constexpr const char* kVersion = "1";
constexpr const char* kVersionKey = "digitlab.version";
constexpr const char* kConfigKey = "digitlab.config";
constexpr const char* kScoresKey = "digitlab.scores";
constexpr const char* kConfidenceKey = "digitlab.confidence";

/// The weights of the largest network, as much again for what is not learned, and the header.
constexpr std::uint64_t kMaxFileBytes = 2 * sizeof(float) * kMaxParameters;
constexpr double kMaxLoss = 1e6;
constexpr int kMaxEpochs = 1'000'000;

Json toJson(const ModelScores& scores) {
    Json json = {{"epochs", scores.epochs}};
    const auto add = [&json](const char* key, const std::optional<double>& value, double maximum) {
        // A loss that is no number would make the file one that is refused.
        if (value && *value >= 0 && *value <= maximum) {
            json[key] = *value;
        }
    };
    add("test_accuracy", scores.testAccuracy, 1);
    add("test_loss", scores.testLoss, kMaxLoss);
    add("validation_accuracy", scores.validationAccuracy, 1);
    return json;
}

/// A score between 0 and `maximum`; nothing where the file has none.
std::optional<double> scoreAt(const Json& json, const char* key, double maximum,
                              const std::string& name) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) {
        return std::nullopt;
    }
    const double value = found->is_number() ? found->get<double>() : -1;
    if (!(value >= 0 && value <= maximum)) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: its %2 is no number from 0 to %3, which is "
                                                  "expected"),
                            {name, std::string(key), maximum}));
    }
    return value;
}

ModelScores parseScores(const Metadata& metadata, const std::string& name) {
    const auto found = metadata.find(kScoresKey);
    if (found == metadata.end()) {
        return {};
    }
    const Json json = parseObject(found->second, name);
    ModelScores scores;
    scores.testAccuracy = scoreAt(json, "test_accuracy", 1, name);
    scores.testLoss = scoreAt(json, "test_loss", kMaxLoss, name);
    scores.validationAccuracy = scoreAt(json, "validation_accuracy", 1, name);
    scores.epochs = static_cast<int>(scoreAt(json, "epochs", kMaxEpochs, name).value_or(0));
    return scores;
}

/// That of a model that was saved before there was any is neutral.
Confidence confidenceIn(const Metadata& metadata, const std::vector<Layer>& layers,
                        const std::string& name) {
    const auto found = metadata.find(kConfidenceKey);
    return found == metadata.end()
               ? Confidence{}
               : parseConfidence(parseObject(found->second, name), featureCount(layers), name);
}

void checkVersion(const Metadata& metadata, const std::string& name) {
    const auto found = metadata.find(kVersionKey);
    if (found == metadata.end()) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: is a safetensors file of another program; a "
                                                  "model that Digit Lab saved is expected"),
                            {name}));
    }
    if (found->second != kVersion) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: is a model file of version %2; version %3 "
                                                  "is expected"),
                            {name, shortened(found->second), std::string(kVersion)}));
    }
}

TrainingConfig parseConfig(const Metadata& metadata, const std::string& name) {
    const auto found = metadata.find(kConfigKey);
    if (found == metadata.end()) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: has no configuration; a model file names "
                                                  "its network there"),
                            {name}));
    }
    const Json json = parseObject(found->second, name);
    try {
        return configFromJson(json);
    } catch (const Error& error) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: %2"), {name, nested(error.message())}));
    }
}

std::string shapeText(const std::vector<std::int64_t>& sizes) {
    std::string text;
    for (const std::int64_t size : sizes) {
        text += (text.empty() ? "" : "×") + std::to_string(size);
    }
    return text;
}

/// The entry of each expected tensor, in their order. There must be no other entry.
std::vector<const Entry*> matchEntries(const std::vector<Entry>& entries,
                                       const std::vector<TensorShape>& expected,
                                       const std::string& name) {
    std::vector<const Entry*> matched;
    for (const TensorShape& shape : expected) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return entry.shape.name == shape.name;
        });
        if (found == entries.end()) {
            throw Error(Message(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" of %3 is missing, "
                                                      "which its network needs"),
                                {name, shape.name, shapeText(shape.sizes)}));
        }
        if (found->shape != shape) {
            throw Error(
                Message(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" is %3; its network "
                                              "expects %4"),
                        {name, shape.name, shapeText(found->shape.sizes), shapeText(shape.sizes)}));
        }
        matched.push_back(&*found);
    }
    for (const Entry& entry : entries) {
        if (std::find(matched.begin(), matched.end(), &entry) == matched.end()) {
            throw Error(Message(DIGITLAB_TEXT("core", "%1: has a tensor \"%2\", which its network "
                                                      "does not have"),
                                {name, shortened(entry.shape.name)}));
        }
    }
    return matched;
}

void checkFinite(const Tensor& tensor, const std::string& name) {
    if (!std::all_of(tensor.values.begin(), tensor.values.end(),
                     [](float value) { return std::isfinite(value); })) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" has a value that is not "
                                                  "finite; the model is of no use"),
                            {name, tensor.shape.name}));
    }
}

Tensor toTensor(const Entry& entry, const std::string& name) {
    Tensor tensor{entry.shape, std::vector<float>(entry.bytes.size() / sizeof(float))};
    std::memcpy(tensor.values.data(), entry.bytes.data(), entry.bytes.size());
    checkFinite(tensor, name);
    return tensor;
}

} // namespace

Bytes toSafetensors(const Model& model) {
    for (const Tensor& tensor : model.tensors) {
        checkFinite(tensor, "model"); // it could not be read back
    }
    Metadata metadata{{"format", "pt"},
                      {kVersionKey, kVersion},
                      {kConfigKey, toJson(model.config).dump()},
                      {kScoresKey, toJson(model.scores).dump()}};
    if (model.confidence != Confidence{}) {
        metadata[kConfidenceKey] = toJson(model.confidence).dump();
    }
    return safetensors::write(metadata, model.tensors);
}

Model parseSafetensors(std::span<const std::uint8_t> bytes, const std::string& name) {
    const safetensors::Contents contents = safetensors::parse(bytes, name);
    checkVersion(contents.metadata, name);
    Model model;
    model.config = parseConfig(contents.metadata, name);
    model.scores = parseScores(contents.metadata, name);
    const std::vector<Layer> layers = layersOf(model.config.network);
    const auto expected = tensorsOf(layers);
    for (const Entry* entry : matchEntries(contents.entries, expected, name)) {
        model.tensors.push_back(toTensor(*entry, name));
    }
    model.confidence = confidenceIn(contents.metadata, layers, name);
    return model;
}

Model readModelFile(const std::filesystem::path& path) {
    return parseSafetensors(readFile(path, kMaxFileBytes), path.string());
}

} // namespace digitlab
