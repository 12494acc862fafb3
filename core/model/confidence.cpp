// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/confidence.h"

#include "core/evaluation/temperature.h"
#include "core/model/bounded_json.h"

#include <algorithm>
#include <cmath>

namespace digitlab {

namespace {

constexpr std::int64_t kMaxFeatures = 3072; ///< they are kept for thousands of images at once
constexpr std::int64_t kMaxUnits = 64;
constexpr int kFeatureSet = 2; ///< counts up whenever featureSources() chooses others
constexpr double kMaxWeight = 1e6;

/// A number between two others.
double numberIn(const Json& json, double minimum, double maximum, const char* what,
                const std::string& name) {
    const double value = json.is_number() ? json.get<double>() : std::nan("");
    if (!(value >= minimum && value <= maximum)) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: the %2 of its confidence is no number from "
                                                  "%3 to %4, which is expected"),
                            {name, std::string(what), minimum, maximum}));
    }
    return value;
}

/// The list of numbers under a key; empty where there is none.
std::vector<double> numbersAt(const Json& json, const char* key, const std::string& name) {
    const auto found = json.find(key);
    std::vector<double> numbers;
    if (found == json.end()) {
        return numbers;
    }
    if (!found->is_array()) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: the %2 of its confidence is no list of "
                                                  "numbers, which is expected"),
                            {name, std::string(key)}));
    }
    for (const Json& number : *found) {
        numbers.push_back(numberIn(number, -kMaxWeight, kMaxWeight, key, name));
    }
    return numbers;
}

} // namespace

std::vector<FeatureSource> featureSources(const std::vector<Layer>& layers) {
    std::vector<FeatureSource> chosen;
    std::int64_t count = 0;
    const auto choose = [&](const FeatureSource& source) {
        if (count + source.count <= kMaxFeatures) {
            chosen.push_back(source);
            count += source.count;
        }
    };
    choose({layers.size() - 1, false, layers.back().out.size()});
    for (std::size_t i = layers.size() - 1; i > 0; --i) {
        if (layers[i].kind == LayerKind::Dense) {
            choose({i - 1, false, layers[i].in.size()});
        }
    }
    for (const std::size_t layer : shownLayers(layers)) {
        if (!layers[layer].out.isFlat()) {
            choose({layer, true, 2 * std::int64_t{layers[layer].out.channels}});
        }
    }
    return chosen;
}

std::int64_t featureCount(const std::vector<Layer>& layers) {
    std::int64_t count = 0;
    for (const FeatureSource& source : featureSources(layers)) {
        count += source.count;
    }
    return count;
}

Json toJson(const Confidence& confidence) {
    Json json = {{"temperature", confidence.temperature}};
    if (!confidence.output.empty()) {
        json["features"] = kFeatureSet;
        json["hidden"] = confidence.hidden;
        json["output"] = confidence.output;
    }
    return json;
}

Confidence parseConfidence(const Json& json, std::int64_t features, const std::string& name) {
    Confidence confidence;
    if (const auto found = json.find("temperature"); found != json.end()) {
        confidence.temperature =
            numberIn(*found, kMinTemperature, kMaxTemperature, "temperature", name);
    }
    confidence.hidden = numbersAt(json, "hidden", name);
    confidence.output = numbersAt(json, "output", name);
    if (const auto found = json.find("features"); found == json.end() || *found != kFeatureSet) {
        confidence.hidden.clear();
        confidence.output.clear();
        return confidence;
    }
    const auto units =
        std::max<std::int64_t>(0, static_cast<std::int64_t>(confidence.output.size()) - 1);
    const auto count = static_cast<std::int64_t>(confidence.hidden.size());
    if (confidence.output.size() == 1 || units > kMaxUnits || count != units * (features + 1)) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: its confidence has %2 numbers for %3 hidden "
                                                  "units; %4 for each of 1 to %5 are expected"),
                            {name, count, units, features + 1, kMaxUnits}));
    }
    return confidence;
}

} // namespace digitlab
