// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/split.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>

namespace digitlab {

namespace {

/// Fisher and Yates by hand: std::shuffle and std::uniform_int_distribution differ from library to
/// library, and the same seed must give the same split everywhere.
void shuffle(std::vector<std::int64_t>& values, std::int64_t seed) {
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[random() % i]);
    }
}

} // namespace

Split splitTrainingSet(const TrainingConfig& config, std::size_t count, std::size_t besides) {
    std::vector<std::int64_t> order(count);
    std::iota(order.begin(), order.end(), std::int64_t{0});
    shuffle(order, config.seed);

    const auto heldOut = static_cast<std::ptrdiff_t>(
        std::floor(static_cast<double>(count) * config.validationShare / 100));
    const auto learned = order.begin() + heldOut;
    Split split{{}, {order.begin(), learned}};
    std::int64_t left = config.trainImages;
    std::copy_if(learned, order.end(), std::back_inserter(split.train),
                 [&left, limited = static_cast<std::int64_t>(count - besides)](std::int64_t image) {
                     return image >= limited || left-- > 0;
                 });
    if (split.train.empty()) {
        throw Error(Message(DIGITLAB_TEXT("core", "Splitting the training set of %1 images with %2 "
                                                  "% for validation leaves none to learn from; at "
                                                  "least one is expected."),
                            {static_cast<std::int64_t>(count), config.validationShare}));
    }
    return split;
}

} // namespace digitlab
