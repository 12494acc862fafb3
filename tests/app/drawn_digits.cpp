// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"

#include "core/ink/digit_image.h"

#include <array>
#include <cmath>
#include <fstream>
#include <numbers>

namespace digitlab::test {

namespace {

/// Part of an ellipse, angles in degrees, clockwise from the right as y points down.
Stroke arc(double x, double y, double rx, double ry, double from, double to) {
    constexpr int kPoints = 24;
    Stroke stroke;
    for (int i = 0; i <= kPoints; ++i) {
        const double angle = (from + (to - from) * i / kPoints) * std::numbers::pi / 180;
        stroke.push_back({x + rx * std::cos(angle), y + ry * std::sin(angle)});
    }
    return stroke;
}

Stroke joined(Stroke first, const Stroke& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Ink plainDigit(int digit) {
    switch (digit) {
    case 0:
        return {arc(50, 50, 30, 45, -90, 270)};
    case 1:
        return {{{50, 5}, {50, 95}}};
    case 2:
        return {joined(arc(50, 30, 28, 25, -170, 40), {{20, 95}, {82, 95}})};
    case 3:
        return {joined(arc(45, 28, 26, 23, -150, 90), arc(45, 73, 30, 23, -90, 150))};
    case 4:
        return {{{55, 5}, {20, 60}, {85, 60}}, {{65, 35}, {62, 95}}};
    case 5:
        return {joined({{75, 5}, {35, 5}, {30, 45}}, arc(48, 67, 30, 26, -110, 140))};
    case 6:
        return {joined({{65, 5}, {40, 35}}, arc(50, 70, 26, 25, -160, 200))};
    case 7:
        return {{{20, 8}, {80, 8}, {45, 95}}};
    case 8:
        return {joined(arc(50, 27, 22, 22, 90, 450), arc(50, 73, 28, 24, -90, 270))};
    default:
        return {joined(arc(52, 30, 24, 24, 0, 360), {{74, 60}, {66, 95}})};
    }
}

void writeBigEndian(std::ofstream& file, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        file.put(static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU));
    }
}

void writeHalf(const std::filesystem::path& folder, const std::string& name, int count,
               std::mt19937& random) {
    std::ofstream images(folder / (name + "-images-idx3-ubyte"), std::ios::binary);
    std::ofstream labels(folder / (name + "-labels-idx1-ubyte"), std::ios::binary);
    const auto size = static_cast<std::uint32_t>(count);
    for (const std::uint32_t value :
         {std::uint32_t{0x803}, size, std::uint32_t{kDigitSide}, std::uint32_t{kDigitSide}}) {
        writeBigEndian(images, value);
    }
    writeBigEndian(labels, 0x801);
    writeBigEndian(labels, size);
    for (int i = 0; i < count; ++i) {
        const DigitImage image = renderInk(drawnDigit(i % 10, random));
        images.write(reinterpret_cast<const char*>(image.data()), image.size());
        labels.put(static_cast<char>(i % 10));
    }
}

} // namespace

Ink drawnDigit(int digit, std::mt19937& random) {
    const auto about = [&random](double middle, double spread) {
        return middle + spread * (static_cast<double>(random() % 2001) / 1000 - 1);
    };
    const double slant = about(0.1, 0.2);
    const double width = about(0.9, 0.2);
    Ink ink = plainDigit(digit);
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            point.x = point.x * width - slant * point.y + about(0, 1.5);
            point.y += about(0, 1.5);
        }
    }
    return ink;
}

Ink drawnDigit(int digit) {
    std::mt19937 random(1);
    return drawnDigit(digit, random);
}

void writeDrawnDataset(const std::filesystem::path& folder, int trainImages, int testImages) {
    std::filesystem::create_directories(folder);
    std::mt19937 random(7);
    writeHalf(folder, "train", trainImages, random);
    writeHalf(folder, "t10k", testImages, random);
}

} // namespace digitlab::test
