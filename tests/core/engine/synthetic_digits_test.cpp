// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_file.h"
#include "core/synthesis/digit_styles.h"
#include "core/synthesis/hand.h"
#include "core/synthesis/synthetic_data.h"
#include "tests/core/engine/engine_fixture.h"

namespace digitlab {
namespace {

/// Whether what the program draws is what it says: asked of the model that is shipped.
class SyntheticDigits : public EngineTest {
protected:
    SyntheticDigits()
        : classifier(engine->load(readModelFile(DIGITLAB_BUILTIN_MODEL))) {}

    [[nodiscard]] double shareReadAs(int digit, const std::vector<DigitImage>& images) const {
        double right = 0;
        for (const Verdict& verdict : classifier->classify(images)) {
            right += digitOf(verdict.probabilities) == digit ? 1 : 0;
        }
        return right / static_cast<double>(images.size());
    }

    std::shared_ptr<const Classifier> classifier;
};

TEST_F(SyntheticDigits, AreReadAsWhatTheyAre) {
    const Dataset data = syntheticDigits(5, 4000);
    for (int digit = 0; digit <= 9; ++digit) {
        std::vector<DigitImage> images;
        for (std::size_t i = 0; i < data.count(); ++i) {
            if (data.labels[i] == digit) {
                images.push_back(imageOf(data, i));
            }
        }
        EXPECT_GT(shareReadAs(digit, images), 0.8) << digit;
    }
}

TEST_F(SyntheticDigits, AreReadInNearlyEveryStyle) {
    int styles = 0;
    int misread = 0;
    for (int digit = 0; digit <= 9; ++digit) {
        for (const DigitStyle& style : stylesOf(digit)) {
            std::vector<DigitImage> images;
            for (std::uint64_t key = 0; key < 40; ++key) {
                Random random{key};
                const Hand hand = Hand::random(random);
                images.push_back(renderInk(draw(style.glyph, hand, random)));
            }
            const double share = shareReadAs(digit, images);
            styles += 1;
            misread += share < 0.5 ? 1 : 0;
            RecordProperty(std::to_string(digit) + style.name, std::to_string(share));
            if (share < 0.75) {
                std::printf("  %d %s: %.0f %%\n", digit, style.name, 100 * share);
            }
        }
    }
    EXPECT_LT(misread, styles / 10);
}

} // namespace
} // namespace digitlab
