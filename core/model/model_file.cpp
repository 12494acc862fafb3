// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"

#include "core/model/model_entries.h"
#include "core/training/config_json.h"

namespace digitlab {

namespace {

using safetensors::Metadata;

/// Raised when a reader of this version could no longer read what is written.
constexpr const char* kVersion = "1";
constexpr const char* kVersionKey = "digitlab.version";
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

ModelScores parseScores(const Metadata& metadata, const std::string& name) {
    const auto found = metadata.find(kScoresKey);
    if (found == metadata.end()) {
        return {};
    }
    const Json json = parseObject(found->second, name);
    ModelScores scores;
    scores.testAccuracy = numberAt(json, "test_accuracy", 1, name);
    scores.testLoss = numberAt(json, "test_loss", kMaxLoss, name);
    scores.validationAccuracy = numberAt(json, "validation_accuracy", 1, name);
    scores.epochs = static_cast<int>(numberAt(json, "epochs", kMaxEpochs, name).value_or(0));
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
    if (metadata.contains(kCheckpointKey)) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: is the checkpoint of a run, which can be "
                                                  "resumed; a model is expected, such as the "
                                                  "model.safetensors of the run"),
                            {name}));
    }
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
    model.config = configIn(contents.metadata, name);
    model.scores = parseScores(contents.metadata, name);
    const std::vector<Layer> layers = layersOf(model.config.network);
    model.tensors = tensorsIn(contents.entries, tensorsOf(layers), name);
    model.confidence = confidenceIn(contents.metadata, layers, name);
    return model;
}

Model readModelFile(const std::filesystem::path& path) {
    return parseSafetensors(readFile(path, kMaxFileBytes), path.string());
}

ModelSummary readModelSummary(const std::filesystem::path& path) {
    const std::string name = path.string();
    const Metadata metadata = safetensors::readMetadata(path);
    checkVersion(metadata, name);
    return {configIn(metadata, name), parseScores(metadata, name)};
}

} // namespace digitlab
