// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_entries.h"

#include "core/training/config_json.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace digitlab {

namespace {

using safetensors::Entry;

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

Tensor toTensor(const Entry& entry, const std::string& name) {
    Tensor tensor{entry.shape, std::vector<float>(entry.bytes.size() / sizeof(float))};
    std::memcpy(tensor.values.data(), entry.bytes.data(), entry.bytes.size());
    checkFinite(tensor, name);
    return tensor;
}

} // namespace

TrainingConfig configIn(const safetensors::Metadata& metadata, const std::string& name) {
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

std::optional<double> numberAt(const Json& json, const char* key, double maximum,
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

std::vector<Tensor> tensorsIn(const std::vector<Entry>& entries,
                              const std::vector<TensorShape>& expected, const std::string& name) {
    std::vector<Tensor> tensors;
    for (const Entry* entry : matchEntries(entries, expected, name)) {
        tensors.push_back(toTensor(*entry, name));
    }
    return tensors;
}

void checkFinite(const Tensor& tensor, const std::string& name) {
    if (!std::all_of(tensor.values.begin(), tensor.values.end(),
                     [](float value) { return std::isfinite(value); })) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" has a value that is not "
                                                  "finite; the model is of no use"),
                            {name, tensor.shape.name}));
    }
}

} // namespace digitlab
