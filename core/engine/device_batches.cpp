// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device_batches.h"

#include "core/evaluation/scores.h"
#include "core/ink/digit_image.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace digitlab {

namespace {

constexpr auto kClasses = static_cast<std::int64_t>(std::tuple_size_v<Probabilities>);

/// What the network is to answer for each image, as probabilities.
at::Tensor targetsOf(const std::vector<std::uint8_t>& labels) {
    const at::Tensor targets = at::zeros({static_cast<std::int64_t>(labels.size()), kClasses});
    auto* row = targets.data_ptr<float>();
    for (const std::uint8_t label : labels) {
        if (label == kNoDigit) {
            std::fill_n(row, kClasses, 1.0F / static_cast<float>(kClasses));
        } else {
            row[label] = 1;
        }
        row += kClasses;
    }
    return targets;
}

} // namespace

DeviceBatch DeviceBatches::take(const Feed& feed, std::int64_t first, std::int64_t count) {
    return feed.isPlain() ? gather(feed, first, count) : make(feed, first, count);
}

DeviceBatch DeviceBatches::gather(const Feed& feed, std::int64_t first, std::int64_t count) {
    if (m_data != &feed.data()) {
        m_data = &feed.data();
        m_resident.emplace(*m_data, m_device);
    }
    const auto order =
        feed.order().subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
    auto* indices = const_cast<std::int64_t*>(order.data()); // only ever read
    const at::Tensor index = at::from_blob(indices, {count}, at::kLong).to(m_device);
    const at::Tensor labels = m_resident->labels().index_select(0, index);
    return {m_resident->pixels().index_select(0, index),
            at::one_hot(labels, kClasses).to(at::kFloat), count};
}

DeviceBatch DeviceBatches::make(const Feed& feed, std::int64_t first, std::int64_t count) const {
    const at::Tensor pixels = at::empty({count, 1, kDigitSide, kDigitSide}, at::kByte);
    std::vector<std::uint8_t> labels;
    for (std::int64_t i = 0; i < count; ++i) {
        labels.push_back(
            feed.write(first + i, pixels.data_ptr<std::uint8_t>() + i * pixels.stride(0)));
    }
    const auto digits =
        std::ranges::count_if(labels, [](std::uint8_t label) { return label != kNoDigit; });
    return {pixels.to(m_device), targetsOf(labels).to(m_device), digits};
}

} // namespace digitlab
