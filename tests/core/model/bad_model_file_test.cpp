// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/model_file.h"
#include "safetensors_parts.h"
#include "sample_model.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <limits>

namespace digitlab {
namespace {

using Json = nlohmann::ordered_json;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

using Parts = SafetensorsParts;

Parts goodParts() {
    return partsOf(toSafetensors(sampleModel()));
}

/// What is said against the bytes; empty where they are taken.
std::string refusal(const Bytes& bytes) {
    try {
        (void)parseSafetensors(bytes, "bad.safetensors");
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

/// The file is named first, then what is wrong, then what was expected.
auto says(const std::string& wrong, const std::string& expected) {
    return AllOf(StartsWith("bad.safetensors: "), HasSubstr(wrong), HasSubstr(expected));
}

TEST(BadModelFile, ThePartsOfAGoodOneAreTaken) {
    EXPECT_EQ(refusal(joined(goodParts())), "");
}

TEST(BadModelFile, Empty) {
    EXPECT_THAT(refusal({}), says("0 bytes", "at least 8"));
}

TEST(BadModelFile, HeaderLengthBeyondReason) {
    Bytes bytes = joined(goodParts());
    std::memset(bytes.data(), 0xFF, 8);
    EXPECT_THAT(refusal(bytes), says("its header would have", "at most 1000000"));
}

TEST(BadModelFile, CutShortAtEveryLength) {
    const Bytes bytes = joined(goodParts());
    for (std::size_t size = 0; size < bytes.size(); size += 97) {
        EXPECT_THAT(refusal({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}),
                    StartsWith("bad.safetensors: "))
            << size;
    }
    EXPECT_THAT(refusal({bytes.begin(), bytes.end() - 1}), HasSubstr("cut short"));
    EXPECT_THAT(refusal({bytes.begin(), bytes.begin() + 100}), HasSubstr("cut short"));
}

TEST(BadModelFile, BytesBehindTheEnd) {
    Parts parts = goodParts();
    parts.data.resize(parts.data.size() + 4);
    EXPECT_THAT(refusal(joined(parts)), says("4 bytes behind", "none are expected"));
}

TEST(BadModelFile, HeaderIsNoJson) {
    EXPECT_THAT(refusal(joined("{\"a\":", {})), says("no JSON", ""));
    EXPECT_THAT(refusal(joined("[]", {})), says("no JSON object", "expected"));
    EXPECT_THAT(refusal(joined("{\"\xFF\":1}", {})), says("no JSON", ""));
    EXPECT_THAT(refusal(joined("", {})), says("no JSON", ""));
}

TEST(BadModelFile, DeepNesting) {
    const std::string deep = "{\"a\":" + std::string(400'000, '[');
    EXPECT_THAT(refusal(joined(deep, {})), says("nested", "8 levels"));
}

TEST(BadModelFile, AKeyTwice) {
    std::string header = goodParts().header.dump();
    header.pop_back();
    header += ",\"conv1.bias\":" + goodParts().header["conv1.bias"].dump() + "}";
    EXPECT_THAT(refusal(joined(header, goodParts().data)), says("\"conv1.bias\" twice", "once"));
}

TEST(BadModelFile, ManyKeys) {
    std::string header = "{\"k\":0";
    for (int i = 0; i < 100'000; ++i) {
        header += ",\"" + std::to_string(i) + "\":0";
    }
    EXPECT_THAT(refusal(joined(header + "}", {})), says("more than 1000", "at most"));
}

TEST(BadModelFile, OfAnotherProgram) {
    Parts parts = goodParts();
    parts.header.erase("__metadata__");
    EXPECT_THAT(refusal(joined(parts)), says("another program", "expected"));
}

TEST(BadModelFile, OfALaterVersion) {
    Parts parts = goodParts();
    parts.header["__metadata__"]["digitlab.version"] = "2";
    EXPECT_THAT(refusal(joined(parts)), says("version 2", "version 1 is expected"));
}

TEST(BadModelFile, MetadataOfAnotherKind) {
    Parts parts = goodParts();
    parts.header["__metadata__"] = Json::array();
    EXPECT_THAT(refusal(joined(parts)), says("metadata", "expected"));
    parts.header["__metadata__"] = {{"digitlab.version", 1}};
    EXPECT_THAT(refusal(joined(parts)), says("\"digitlab.version\"", "no text"));
}

/// The good file with one field of its configuration changed.
Bytes withConfig(const char* key, const Json& value) {
    Parts parts = goodParts();
    Json& text = parts.header["__metadata__"]["digitlab.config"];
    Json config = Json::parse(text.get<std::string>());
    config[key] = value;
    text = config.dump();
    return joined(parts);
}

TEST(BadModelFile, Configuration) {
    Parts parts = goodParts();
    parts.header["__metadata__"].erase("digitlab.config");
    EXPECT_THAT(refusal(joined(parts)), says("no configuration", ""));
    EXPECT_THAT(refusal(withConfig("preset", "other")), says("\"other\"", "one of article"));
    EXPECT_THAT(refusal(withConfig("conv1.channels", 100'000)),
                says("conv1.channels: 100000 is out of range", "from 1 to 256"));
    EXPECT_THAT(refusal(withConfig("dropout", "much")),
                says("dropout: \"much\" was given", "expected a number"));
    EXPECT_THAT(refusal(withConfig("conv1.kernel", 28)),
                says("conv 5: a pool of 2×2 does not fit", "at most 1×1"));
}

/// The good file with its scores replaced.
Bytes withScores(const std::string& scores) {
    Parts parts = goodParts();
    parts.header["__metadata__"]["digitlab.scores"] = scores;
    return joined(parts);
}

TEST(BadModelFile, Scores) {
    EXPECT_EQ(refusal(withScores("{}")), "");
    EXPECT_EQ(refusal(withScores("{\"test_loss\":null}")), "");
    EXPECT_THAT(refusal(withScores("oops")), says("no JSON", ""));
    EXPECT_THAT(refusal(withScores("{\"test_accuracy\":1.5}")), says("test_accuracy", "0 to 1"));
    EXPECT_THAT(refusal(withScores("{\"test_accuracy\":\"1\"}")), says("test_accuracy", "0 to 1"));
    EXPECT_THAT(refusal(withScores("{\"validation_accuracy\":-0.1}")),
                says("validation_accuracy", "0 to 1"));
    EXPECT_THAT(refusal(withScores("{\"test_loss\":-1}")), says("test_loss", "0 to"));
    EXPECT_THAT(refusal(withScores("{\"epochs\":1e300}")), says("epochs", "0 to"));
}

/// The good file with another confidence.
Bytes withConfidence(const std::string& text) {
    Parts parts = goodParts();
    parts.header["__metadata__"]["digitlab.confidence"] = text;
    return joined(parts);
}

TEST(BadModelFile, Confidence) {
    EXPECT_THAT(refusal(withConfidence("5")), says("no JSON object", "expected"));
    EXPECT_EQ(refusal(withConfidence("{}")), "");
    for (const char* temperature : {"0", "-1", "1e300", "\"1\"", "null"}) {
        const std::string text = std::string("{\"temperature\":") + temperature + "}";
        EXPECT_THAT(refusal(withConfidence(text)), says("temperature", "0.25 to 8")) << text;
    }
    EXPECT_THAT(refusal(withConfidence("{\"hidden\":1}")), says("hidden", "list"));
    EXPECT_THAT(refusal(withConfidence("{\"output\":[1,1e9]}")), says("output", "number from"));
    EXPECT_THAT(refusal(withConfidence("{\"output\":[1,[1]]}")), says("output", "number from"));
    EXPECT_THAT(refusal(withConfidence("{\"features\":2,\"output\":[1]}")),
                says("0 numbers", "expected"));
    EXPECT_THAT(refusal(withConfidence("{\"features\":2,\"hidden\":[1],\"output\":[1,1]}")),
                says("1 numbers for 1 hidden units", "expected"));
    EXPECT_THAT(refusal(withConfidence("{\"features\":2,\"hidden\":[1]}")),
                says("1 numbers for 0", "expected"));
}

TEST(BadModelFile, LeavesOutTheDetectorOfAnOlderProgram) {
    const Bytes bytes = withConfidence(
        "{\"temperature\":1.5,\"hidden\":[1],\"output\":[1,1]}"); // saw other features
    const Confidence confidence = parseSafetensors(bytes, "old.safetensors").confidence;
    EXPECT_EQ(confidence.temperature, 1.5);
    EXPECT_TRUE(confidence.hidden.empty());
    EXPECT_TRUE(confidence.output.empty());
}

/// The good file with one property of the tensor "dense1.weight" changed.
Bytes withTensor(const char* key, const Json& value) {
    Parts parts = goodParts();
    parts.header["dense1.weight"][key] = value;
    return joined(parts);
}

TEST(BadModelFile, TensorDescription) {
    EXPECT_THAT(refusal(withTensor("dtype", "F64")), says("\"dense1.weight\"", "F32 is expected"));
    EXPECT_THAT(refusal(withTensor("dtype", 4)), says("\"dense1.weight\"", "F32 is expected"));
    for (const Json& shape : {Json({-2, 18}), Json({2.0, 18}), Json({"2", 18}), Json({2, 19}),
                              Json({2, 0}), Json(36), Json(nullptr), Json::array(),
                              Json({std::uint64_t{1} << 62, std::uint64_t{1} << 62, 16})}) {
        EXPECT_THAT(refusal(withTensor("shape", shape)), says("\"dense1.weight\"", "shape"))
            << shape;
    }
    EXPECT_THAT(refusal(withTensor("shape", {18, 2})), says("is 18×2", "expects 2×18"));
    Parts parts = goodParts();
    parts.header["dense1.weight"] = 5;
    EXPECT_THAT(refusal(joined(parts)), says("\"dense1.weight\"", ""));
}

TEST(BadModelFile, TensorOffsets) {
    const Json good = goodParts().header["dense1.weight"]["data_offsets"];
    const auto begin = good[0].get<std::int64_t>();
    const auto end = good[1].get<std::int64_t>();
    for (const Json& offsets :
         {Json({end, begin}), Json({-4, end}), Json({begin}), Json({begin, end, end}), Json("0"),
          Json({begin, 1'000'000'000}), Json({begin, std::numeric_limits<std::uint64_t>::max()})}) {
        EXPECT_THAT(refusal(withTensor("data_offsets", offsets)),
                    says("\"dense1.weight\"", "outside of the file"))
            << offsets;
    }
    EXPECT_THAT(refusal(withTensor("data_offsets", {begin, end - 4})), says("bytes", "shape"));
    EXPECT_THAT(refusal(withTensor("data_offsets", {begin - 4, end - 4})), says("overlaps", "gap"));
}

TEST(BadModelFile, TwoTensorsOnTheSameBytes) {
    Parts parts = goodParts();
    parts.header["norm1.bias"]["data_offsets"] = parts.header["norm1.weight"]["data_offsets"];
    EXPECT_THAT(refusal(joined(parts)), says("overlaps", "one tensor right behind the other"));
}

TEST(BadModelFile, TensorsOfAnotherNetwork) {
    Parts renamed = goodParts();
    renamed.header["other"] = renamed.header["conv1.bias"];
    renamed.header.erase("conv1.bias");
    EXPECT_THAT(refusal(joined(renamed)), says("\"conv1.bias\"", "missing"));

    Parts extra = goodParts();
    const std::size_t size = extra.data.size();
    extra.header["more"] = {{"dtype", "F32"}, {"shape", {1}}, {"data_offsets", {size, size + 4}}};
    extra.data.resize(size + 4);
    EXPECT_THAT(refusal(joined(extra)), says("\"more\"", "does not have"));

    EXPECT_THAT(refusal(withConfig("dense1.units", 3)), says("is 2×18", "expects 3×18"));
}

TEST(BadModelFile, ValuesThatAreNotFinite) {
    for (const float value :
         {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
        Parts parts = goodParts();
        std::memcpy(parts.data.data() + parts.data.size() - 4, &value, 4);
        EXPECT_THAT(refusal(joined(parts)), says("\"dense2.bias\"", "not finite"));
    }
}

TEST(BadModelFile, LongTextsAreCutInMessages) {
    const std::string name(500'000, 'x');
    Parts parts = goodParts();
    parts.header[name] = 1;
    EXPECT_LT(refusal(joined(parts)).size(), 300U);
    EXPECT_LT(refusal(withConfig("preset", name)).size(), 300U);
    EXPECT_LT(refusal(withConfig("schedule", name)).size(), 300U);
    EXPECT_LT(refusal(withConfig("dropout", name)).size(), 300U);
}

} // namespace
} // namespace digitlab
