// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/model_file.h"
#include "sample_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

namespace digitlab {
namespace {

using Random = std::mt19937;

/// Spoils a good file in one of the ways in which files break.
Bytes mutated(Bytes bytes, Random& random) {
    const auto place = [&] { return static_cast<std::ptrdiff_t>(random() % bytes.size()); };
    switch (random() % 5) {
    case 0: // a few bits
        for (auto left = random() % 4 + 1; left > 0; --left) {
            bytes[static_cast<std::size_t>(place())] ^=
                static_cast<std::uint8_t>(1U << (random() % 8));
        }
        break;
    case 1: // one byte becomes another that JSON knows
        bytes[static_cast<std::size_t>(place())] =
            static_cast<std::uint8_t>("{}[]\",:0-9e\\u"[random() % 13]);
        break;
    case 2: // a piece is lost
        bytes.erase(bytes.begin() + place(), bytes.end());
        break;
    case 3: { // a piece is there twice
        const Bytes piece(bytes.begin() + place(), bytes.end());
        bytes.insert(bytes.begin() + place(), piece.begin(), piece.end());
        break;
    }
    default: // another length of the header
        bytes[random() % 3] = static_cast<std::uint8_t>(random());
    }
    return bytes;
}

/// As parseSafetensors promises it of each model that it gives.
void expectValid(const Model& model) {
    EXPECT_TRUE(problemsOf(model.config).empty());
    const auto shapes = tensorsOf(layersOf(model.config.network));
    ASSERT_EQ(model.tensors.size(), shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        EXPECT_EQ(model.tensors[i].shape, shapes[i]);
        EXPECT_EQ(static_cast<std::int64_t>(model.tensors[i].values.size()), shapes[i].count());
        for (const float value : model.tensors[i].values) {
            ASSERT_TRUE(std::isfinite(value));
        }
    }
}

TEST(MutatedModelFile, IsRefusedOrAValidModel) {
    const Bytes good = toSafetensors(sampleModel());
    std::uint64_t length = 0;
    std::memcpy(&length, good.data(), 8);
    // The header is where things go wrong: half of the files keep little more than it.
    Bytes small(good.begin(), good.begin() + 8 + static_cast<std::ptrdiff_t>(length) + 64);
    Random random(20'26);
    int refused = 0;
    int taken = 0;
    for (int i = 0; i < 6000; ++i) {
        const Bytes bytes = mutated(i % 2 == 0 ? good : small, random);
        try {
            expectValid(parseSafetensors(bytes, "mutated"));
            ++taken;
        } catch (const Error&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 3000);
    EXPECT_GT(taken, 100); // a flipped bit of a weight gives another model
}

} // namespace
} // namespace digitlab
