// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "core/error.h"
#include "core/ink/digit_image.h"
#include "tests/core/ink/measure.h"

#include <cmath>
#include <cstdlib>
#include <functional>
#include <gmock/gmock.h>
#include <random>

using namespace digitlab;
using testing::HasSubstr;

namespace {

/// A 7 with a bar, 0.7 wide and 1 high.
const Ink kSeven{{{0, 0}, {0.7, 0}, {0.3, 1}}, {{0.2, 0.5}, {0.6, 0.5}}};

double distance(double x, double y, const Point& a, const Point& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double t = std::clamp(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(x - a.x - t * dx, y - a.y - t * dy);
}

/// How a picture of the 7 is taken.
struct Shot {
    int width = 100;
    int height = 100;
    double left = 20; ///< of the 7
    double top = 20;
    double size = 60;
    double pen = 0.13 / (1 - 0.13); ///< of the size, so that it is 13 % of what is drawn
    double paper = 255;
    double ink = 0;
};

GreyImage pictureOf(const Shot& shot) {
    GreyImage image{shot.width, shot.height, {}};
    for (int y = 0; y < shot.height; ++y) {
        for (int x = 0; x < shot.width; ++x) {
            const double u = (x + 0.5 - shot.left) / shot.size;
            const double v = (y + 0.5 - shot.top) / shot.size;
            double nearest = 1e9;
            for (const auto& stroke : kSeven)
                for (std::size_t i = 1; i < stroke.size(); ++i)
                    nearest = std::min(nearest, distance(u, v, stroke[i - 1], stroke[i]));
            const double cover = std::clamp((shot.pen / 2 - nearest) * shot.size + 0.5, 0.0, 1.0);
            image.pixels.push_back(static_cast<std::uint8_t>(
                std::lround(shot.paper + cover * (shot.ink - shot.paper))));
        }
    }
    return image;
}

/// The same picture, each pixel changed by what `change` gives for its place.
GreyImage changed(GreyImage image, const std::function<double(int x, int y, double grey)>& change) {
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            auto& pixel = image.pixels[static_cast<std::size_t>(y * image.width + x)];
            pixel = static_cast<std::uint8_t>(
                std::clamp(std::lround(change(x, y, double{1} * pixel)), 0L, 255L));
        }
    }
    return image;
}

GreyImage asPicture(std::span<const std::uint8_t> digit) {
    return {kDigitSide, kDigitSide, {digit.begin(), digit.end()}};
}

double meanDifference(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(int{a[i]} - int{b[i]});
    return sum / static_cast<double>(a.size());
}

/// How far a picture comes out from the drawn 7, moved by at most a pixel: a centre of mass between
/// two pixels may go either way. Half a pixel's move alone makes 7, another digit over 30.
double distanceToDrawnSeven(const GreyImage& image) {
    const auto digit = normaliseImage(image);
    const auto seven = renderInk(kSeven);
    double least = 255;
    for (const int move : {-29, -28, -27, -1, 0, 1, 27, 28, 29}) {
        auto moved = seven;
        std::rotate(moved.begin(), moved.begin() + (move + 784) % 784, moved.end());
        least = std::min(least, meanDifference(digit, moved));
    }
    return least;
}

TEST(NormaliseImage, LeavesAnImageOfMnistsFormAsItIs) {
    const auto digit = renderInk(kSeven);
    EXPECT_LT(meanDifference(normaliseImage(asPicture(digit)), digit), 0.5);
}

TEST(NormaliseImage, TellsASevenFromAnother) {
    auto turned = pictureOf({});
    std::ranges::reverse(turned.pixels);
    EXPECT_GT(distanceToDrawnSeven(turned), 30);
}

TEST(NormaliseImage, BorderTellsDarkOnLightFromLightOnDark) {
    const auto positive = pictureOf({});
    const auto negative = changed(positive, [](int, int, double grey) { return 255 - grey; });
    EXPECT_EQ(normaliseImage(positive), normaliseImage(negative));
    EXPECT_LT(distanceToDrawnSeven(positive), 8);
}

TEST(NormaliseImage, ReadsALineThatIsHardlyThere) {
    GreyImage image{400, 400, std::vector<std::uint8_t>(400 * 400, 255)};
    const auto set = [&image](int x, int y, std::uint8_t grey) {
        image.pixels[static_cast<std::size_t>(y * image.width + x)] = grey;
    };
    for (int y = 10; y < 395; y += 40) {
        for (int x = 15; x < 395; x += 40) {
            set(x, y, 0); // specks, beside which the line is pale
        }
    }
    for (int x = 60; x < 340; ++x) {
        set(x, 52, 240);
    }
    for (int y = 52; y < 350; ++y) {
        set(339 - (y - 52) / 3, y, 240);
    }
    const DigitImage digit = normaliseImage(image);
    EXPECT_EQ(*std::ranges::max_element(digit), 255);
}

TEST(NormaliseImage, DoesNotMindSizeAndPlace) {
    for (const auto& shot :
         {Shot{28, 28, 8, 6, 15}, Shot{40, 60, 5, 20, 24}, Shot{300, 200, 200, 20, 120},
          Shot{1500, 900, 100, 300, 500}, Shot{900, 1500, 700, 1200, 70}}) {
        const auto image = pictureOf(shot);
        const auto digit = measure(normaliseImage(image));
        EXPECT_EQ(digit.longerSide(), 20);
        EXPECT_EQ(digit.brightest, 255);
        EXPECT_NEAR(digit.centreX, 14, 0.5);
        EXPECT_NEAR(digit.centreY, 14, 0.5);
        EXPECT_LT(distanceToDrawnSeven(image), 12) << shot.width << "×" << shot.height;
    }
}

TEST(NormaliseImage, FindsASmallDigitInAHugePicture) {
    GreyImage huge{5000, 4000, std::vector<std::uint8_t>(20'000'000, 255)};
    const auto seven = pictureOf({});
    for (std::size_t y = 0; y < 100; ++y)
        std::ranges::copy(std::span(seven.pixels).subspan(y * 100, 100),
                          huge.pixels.begin() +
                              static_cast<std::ptrdiff_t>((y + 2911) * 5000 + 4017));
    EXPECT_LT(distanceToDrawnSeven(huge), 8);
}

TEST(NormaliseImage, StretchesContrast) {
    for (const auto& [paper, ink] :
         {std::pair{230., 190.}, std::pair{20., 60.}, std::pair{128., 255.}}) {
        Shot shot;
        shot.paper = paper;
        shot.ink = ink;
        EXPECT_LT(distanceToDrawnSeven(pictureOf(shot)), 8) << paper;
    }
}

TEST(NormaliseImage, TakesOutUnevenLightAndNoise) {
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, 4);
    Shot shot{200, 200, 40, 40, 120};
    shot.paper = 200;
    shot.ink = 110;
    for (const double slope : {0.0, 0.4, 0.6}) {
        const auto photo = changed(pictureOf(shot), [&](int x, int y, double grey) {
            return grey * (1 - slope * (x + y) / 400.0) + noise(random);
        });
        EXPECT_LT(distanceToDrawnSeven(photo), 9) << slope;
    }
}

TEST(NormaliseImage, ThickensAThinPen) {
    Shot shot{400, 400, 50, 50, 300};
    for (const double pen : {0.01, 0.03, 0.06}) {
        shot.pen = pen;
        const auto digit = normaliseImage(pictureOf(shot));
        EXPECT_EQ(measure(digit).longerSide(), 20);
        EXPECT_LT(meanDifference(digit, renderInk(kSeven)), 10) << pen;
        EXPECT_GT(measure(digit).mass, 0.75 * measure(renderInk(kSeven)).mass) << pen;
    }
}

TEST(NormaliseImage, DeepensInkThatIsDarkInPlacesOnly) {
    Shot shot;
    shot.ink = 130;
    const auto picture = changed(
        pictureOf(shot), [](int, int y, double grey) { return grey < 200 && y < 22 ? 0 : grey; });
    EXPECT_GT(measure(normaliseImage(picture)).mass, 0.9 * measure(renderInk(kSeven)).mass);
}

TEST(NormaliseImage, LeavesOutDustAndTheTablesEdge) {
    const auto clean = normaliseImage(pictureOf({}));
    const auto dusty = changed(pictureOf({}), [](int x, int y, double grey) {
        return (x / 2 == 4 && y / 2 == 45) || (x == 90 && y == 30) ? 0 : grey;
    });
    EXPECT_EQ(normaliseImage(dusty), clean);
    const auto edge =
        changed(pictureOf({}), [](int x, int, double grey) { return x < 12 ? 40 : grey; });
    EXPECT_LT(meanDifference(normaliseImage(edge), clean), 1);
}

TEST(NormaliseImage, KeepsAllStrokesOfADigitThatFillsThePicture) {
    // The roof and the body of a 5, apart from each other; the roof reaches the border.
    GreyImage five{28, 28, std::vector<std::uint8_t>(784)};
    const auto fill = [&](int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                five.pixels[static_cast<std::size_t>(y * 28 + x)] = 255;
    };
    fill(9, 4, 28, 7);
    fill(9, 9, 12, 24);
    fill(12, 21, 20, 24);
    const auto digit = measure(normaliseImage(five));
    EXPECT_EQ(digit.height(), 20);
    EXPECT_GE(digit.width(), 19);
}

TEST(NormaliseImage, NoContrastGivesAnEmptyImage) {
    for (const int grey : {0, 100, 255})
        EXPECT_TRUE(isEmpty(normaliseImage(
            {50, 40, std::vector<std::uint8_t>(2000, static_cast<std::uint8_t>(grey))})));
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, 6);
    const GreyImage paper{120, 120, std::vector<std::uint8_t>(14400, 180)};
    EXPECT_TRUE(isEmpty(normaliseImage(
        changed(paper, [&](int, int, double grey) { return grey + noise(random); }))));
    EXPECT_TRUE(isEmpty(normaliseImage(changed(
        paper, [&](int x, int y, double grey) { return grey - x - y * 0.3 + noise(random); }))));
}

TEST(NormaliseImage, TakesTheSmallestAndTheOddest) {
    EXPECT_TRUE(isEmpty(normaliseImage({1, 1, {0}})));
    EXPECT_NO_THROW(normaliseImage({2, 2, {0, 255, 255, 255}}));
    EXPECT_NO_THROW(normaliseImage({3000, 1, std::vector<std::uint8_t>(3000, 9)}));
    std::mt19937 random(1);
    for (const auto& [width, height] : {std::pair{7, 5}, {1, 900}, {700, 2}, {333, 111}}) {
        GreyImage noise{width, height, {}};
        for (int i = 0; i < width * height; ++i)
            noise.pixels.push_back(static_cast<std::uint8_t>(random()));
        EXPECT_NO_THROW(normaliseImage(noise));
    }
}

TEST(NormaliseImage, RefusesSizesThatAreNone) {
    const auto errorOf = [](const GreyImage& image) -> std::string {
        try {
            normaliseImage(image);
        } catch (const Error& error) {
            return error.what();
        }
        return "no error";
    };
    EXPECT_THAT(errorOf({2, 3, {1, 2, 3, 4, 5}}), HasSubstr("it has 5 pixels, but 2×3 = 6"));
    EXPECT_THAT(errorOf({2, 2, {1, 2, 3, 4, 5}}), HasSubstr("it has 5 pixels, but 2×2 = 4"));
    EXPECT_THAT(errorOf({0, 0, {}}), HasSubstr("0×0 pixels"));
    EXPECT_THAT(errorOf({-2, -2, {1, 2, 3, 4}}), HasSubstr("-2×-2 pixels"));
    EXPECT_THAT(errorOf({65536, 65536, {}}), HasSubstr("= 4294967296 were expected"));
}

TEST(NormaliseImage, NearlyKeepsMnist) {
    const char* const data = std::getenv("DIGITLAB_DATA");
    const char* const home = std::getenv("HOME");
    const auto folder = (data ? std::filesystem::path(data)
                              : std::filesystem::path(home ? home : "") / ".local/share/digitlab") /
                        "datasets/mnist";
    if (!std::filesystem::exists(folder / "t10k-images-idx3-ubyte"))
        GTEST_SKIP() << "MNIST is not in " << folder;
    const auto images = readTestData(folder).images;
    double sum = 0;
    int noticeable = 0;
    for (std::size_t i = 0; i < images.count(); ++i) {
        const auto digit = normaliseImage(asPicture(images.image(i)));
        const double difference = meanDifference(digit, images.image(i));
        sum += difference;
        noticeable += difference > 2 ? 1 : 0;
        EXPECT_EQ(measure(digit).longerSide(), 20);
    }
    EXPECT_LT(sum / static_cast<double>(images.count()), 0.5);
    EXPECT_LT(noticeable, 110); // dust beside the digit
}

TEST(ToDigitImages, TakesSetsOf28AsTheyAre) {
    const auto digit = renderInk(kSeven);
    const ImageSet images{28, {digit.begin(), digit.end()}};
    EXPECT_EQ(toDigitImages(images).pixels, images.pixels);
}

TEST(ToDigitImages, BringsOthersToTheSameForm) {
    const auto picture = pictureOf({});
    ImageSet images{100, picture.pixels};
    images.pixels.resize(2 * images.pixels.size(), 255);
    const auto digits = toDigitImages(images);
    EXPECT_EQ(digits.side, 28);
    ASSERT_EQ(digits.count(), 2U);
    EXPECT_THAT(digits.image(0), testing::ElementsAreArray(normaliseImage(picture)));
    EXPECT_THAT(digits.image(1), testing::Each(0));
}

} // namespace
