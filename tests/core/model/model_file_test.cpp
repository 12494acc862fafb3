// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"

#include "core/error.h"
#include "sample_model.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>

namespace digitlab {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;

/// Length of the header, as the first eight bytes give it.
std::uint64_t headerLength(const Bytes& bytes) {
    std::uint64_t length = 0;
    for (std::size_t i = 8; i > 0; --i) {
        length = length * 256 + bytes.at(i - 1);
    }
    return length;
}

Json headerOf(const Bytes& bytes) {
    const auto begin = bytes.begin() + 8;
    return Json::parse(begin, begin + static_cast<std::ptrdiff_t>(headerLength(bytes)));
}

void expectEqual(const Model& actual, const Model& expected) {
    EXPECT_EQ(actual.config, expected.config);
    EXPECT_EQ(actual.scores.testAccuracy, expected.scores.testAccuracy);
    EXPECT_EQ(actual.scores.testLoss, expected.scores.testLoss);
    EXPECT_EQ(actual.scores.validationAccuracy, expected.scores.validationAccuracy);
    EXPECT_EQ(actual.scores.epochs, expected.scores.epochs);
    EXPECT_EQ(actual.confidence, expected.confidence);
    ASSERT_EQ(actual.tensors.size(), expected.tensors.size());
    for (std::size_t i = 0; i < expected.tensors.size(); ++i) {
        EXPECT_EQ(actual.tensors[i].shape, expected.tensors[i].shape);
        EXPECT_EQ(actual.tensors[i].values, expected.tensors[i].values);
    }
}

TEST(ModelFile, GivesBackWhatWasWritten) {
    const Model model = sampleModel();
    expectEqual(parseSafetensors(toSafetensors(model), "a.safetensors"), model);
}

TEST(ModelFile, KeepsEveryFieldOfTheConfiguration) {
    Model model = sampleModel();
    setField(model.config, "output", "softmax");
    setField(model.config, "learning_rate", "0.0123456789012345");
    setField(model.config, "optimizer", "rmsprop");
    setField(model.config, "seed", "4294967295");
    const Model read = parseSafetensors(toSafetensors(model), "a.safetensors");
    EXPECT_EQ(read.config, model.config);
}

TEST(ModelFile, AbsentScoresStayAbsent) {
    Model model = sampleModel();
    model.scores = {};
    expectEqual(parseSafetensors(toSafetensors(model), "a.safetensors"), model);
}

TEST(ModelFile, OfAnOlderProgramIsNeutral) {
    Model model = sampleModel();
    model.confidence = {};
    const Bytes bytes = toSafetensors(model);
    EXPECT_FALSE(headerOf(bytes).at("__metadata__").contains("digitlab.confidence"));
    expectEqual(parseSafetensors(bytes, "a.safetensors"), model);
}

TEST(ModelFile, ALossThatIsNoNumberIsLeftOut) {
    Model model = sampleModel();
    model.scores.testLoss = std::numeric_limits<double>::quiet_NaN();
    const Model read = parseSafetensors(toSafetensors(model), "a.safetensors");
    EXPECT_EQ(read.scores.testLoss, std::nullopt);
    EXPECT_EQ(read.scores.testAccuracy, model.scores.testAccuracy);
}

TEST(ModelFile, RefusesToWriteValuesThatAreNotFinite) {
    Model model = sampleModel();
    model.tensors.back().values.back() = std::numeric_limits<float>::infinity();
    EXPECT_THROW((void)toSafetensors(model), Error);
}

// What other readers rely on; see the format's description.

TEST(ModelFile, HeaderIsPaddedToEightBytes) {
    for (const char* seed : {"1", "12", "123", "1234", "12345", "123456", "1234567", "12345678"}) {
        Model model = sampleModel();
        setField(model.config, "seed", seed);
        EXPECT_EQ(headerLength(toSafetensors(model)) % 8, 0U);
    }
}

TEST(ModelFile, MetadataHoldsTextsAlone) {
    const Json metadata = headerOf(toSafetensors(sampleModel())).at("__metadata__");
    EXPECT_EQ(metadata.at("format"), "pt");
    EXPECT_EQ(metadata.at("digitlab.version"), "1");
    for (const auto& [key, value] : metadata.items()) {
        EXPECT_TRUE(value.is_string()) << key;
    }
    EXPECT_EQ(Json::parse(metadata.at("digitlab.config").get<std::string>()).at("preset"),
              "compact");
    EXPECT_EQ(Json::parse(metadata.at("digitlab.scores").get<std::string>()).at("test_accuracy"),
              0.9925);
}

TEST(ModelFile, TensorsLieOneBehindTheOtherToTheEnd) {
    const Model model = sampleModel();
    const Bytes bytes = toSafetensors(model);
    Json header = headerOf(bytes);
    header.erase("__metadata__");
    std::size_t end = 0;
    std::size_t index = 0;
    for (const auto& [name, entry] : header.items()) {
        const Tensor& tensor = model.tensors.at(index++);
        EXPECT_EQ(name, tensor.shape.name);
        EXPECT_EQ(entry.size(), 3U) << "a key that readers do not know";
        EXPECT_EQ(entry.at("dtype"), "F32");
        EXPECT_EQ(entry.at("shape"), Json(tensor.shape.sizes));
        EXPECT_EQ(entry.at("data_offsets").at(0), end);
        const float* values = tensor.values.data();
        const std::size_t size = tensor.values.size() * 4;
        EXPECT_EQ(std::memcmp(bytes.data() + 8 + headerLength(bytes) + end, values, size), 0);
        end += size;
        EXPECT_EQ(entry.at("data_offsets").at(1), end);
    }
    EXPECT_EQ(index, model.tensors.size());
    EXPECT_EQ(bytes.size(), 8 + headerLength(bytes) + end);
}

TEST(ModelFile, ReadsFromAFile) {
    const auto path = std::filesystem::path(testing::TempDir()) / "digitlab-read.safetensors";
    const Model model = sampleModel();
    const Bytes bytes = toSafetensors(model);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    expectEqual(readModelFile(path), model);
    std::filesystem::remove(path);
}

TEST(ModelFile, AMissingFileIsNamed) {
    try {
        (void)readModelFile("/nowhere/lost.safetensors");
        FAIL() << "a missing file was read";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("/nowhere/lost.safetensors"));
    }
}

} // namespace
} // namespace digitlab
