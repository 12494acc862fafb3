// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/image_pass.h"
#include "core/engine/samples.h"
#include "core/random.h"
#include "core/training/presets.h"
#include "tests/core/engine/learner_fixture.h"

namespace digitlab {
namespace {

/// One image by itself against LibTorch's batches.
class ImagePassTest : public EngineTest {
protected:
    /// A model with weights and running statistics of every kind of number.
    [[nodiscard]] Model modelOf(const NetworkSpec& network) const {
        TrainingConfig config;
        config.network = network;
        Model model = engine->create(config);
        const std::vector<Layer> layers = layersOf(network);
        Random random{5};
        for (Tensor& tensor : model.tensors) {
            const bool isVariance = tensor.shape.name.ends_with("running_var");
            for (float& value : tensor.values) {
                const auto change = static_cast<float>(random.uniform() - 0.5);
                value += isVariance ? change : change / 4;
            }
        }
        Confidence& confidence = model.confidence;
        confidence.temperature = 1.7;
        const auto numbers = [&random](std::int64_t count) {
            std::vector<double> values;
            for (std::int64_t i = 0; i < count; ++i) {
                values.push_back((random.uniform() - 0.5) / 20);
            }
            return values;
        };
        confidence.hidden = numbers(3 * (featureCount(layers) + 1));
        confidence.output = numbers(4);
        return model;
    }

    static std::vector<NetworkSpec> networks() {
        std::vector<NetworkSpec> all;
        for (const LearnerCase& one : kLearnerCases) {
            all.push_back(one.network);
        }
        for (const Preset& preset : presets()) {
            all.push_back(preset.config.network);
        }
        return all;
    }

    const DigitImage image = imageOf(drawBars(1, 3), 0);
};

TEST_F(ImagePassTest, GivesWhatEachLayerOfLibTorchGives) {
    for (const NetworkSpec& network : networks()) {
        const Model model = modelOf(network);
        const std::vector<Layer> layers = layersOf(network);
        const NetworkModule reference(layers, toTorch(model.tensors, c10::kCPU));
        std::vector<at::Tensor> expected;
        at::Tensor pixels = at::empty({1, 1, kDigitSide, kDigitSide}, at::kByte);
        std::ranges::copy(image, pixels.data_ptr<std::uint8_t>());
        (void)reference.infer(normalise(pixels), [&](std::size_t, const at::Tensor& given) {
            expected.push_back(given.contiguous().flatten());
        });
        std::size_t heard = 0;
        ImagePass(reference).run(image, [&](std::size_t layer, std::span<const float> given) {
            EXPECT_EQ(layer, heard++);
            auto* values = const_cast<float*>(given.data()); // only read
            const auto count = static_cast<std::int64_t>(given.size());
            ASSERT_EQ(count, expected.at(layer).numel()) << layers[layer].name;
            EXPECT_LT(difference(at::from_blob(values, {count}), expected[layer]), 1e-5)
                << layers[layer].name;
        });
        EXPECT_EQ(heard, layers.size());
    }
}

TEST_F(ImagePassTest, LeadsToTheSameVerdict) {
    for (const NetworkSpec& network : networks()) {
        const auto classifier = engine->load(modelOf(network));
        const Verdict expected = classifier->classify({&image, 1}).front();
        const Verdict verdict = classifier->lookInside(image).verdict;
        for (std::size_t digit = 0; digit < 10; ++digit) {
            EXPECT_NEAR(verdict.probabilities[digit], expected.probabilities[digit], 1e-5);
        }
        EXPECT_NEAR(verdict.isDigit, expected.isDigit, 1e-5);
        EXPECT_NE(verdict.isDigit, 1);
    }
}

} // namespace
} // namespace digitlab
