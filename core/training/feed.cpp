// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feed.h"

#include "core/augmentation/deform.h"
#include "core/synthesis/drawing.h"

#include <algorithm>
#include <utility>

namespace digitlab {
namespace {

/// What random numbers are drawn for; each has a sequence of its own.
enum Stream : std::uint64_t { Order = 1, Image };

} // namespace

Feed::Feed(TrainingConfig config, const Dataset& data, std::vector<std::int64_t> indices,
           const Dataset* mine)
    : m_config(std::move(config))
    , m_data(data)
    , m_mine(mine != nullptr && mine->count() > 0 ? mine : nullptr)
    , m_indices(std::move(indices)) {
    beginEpoch(1);
}

void Feed::beginEpoch(int epoch) {
    m_epoch = epoch;
    m_order = m_indices; // so that an epoch's order does not depend on the one before
    Random random{static_cast<std::uint64_t>(m_config.seed), Order,
                  static_cast<std::uint64_t>(epoch)};
    for (std::size_t i = m_order.size(); i > 1; --i) { // Fisher and Yates
        std::swap(m_order[i - 1], m_order[random.below(i)]);
    }
}

bool Feed::isPlain() const {
    const bool hasMine = m_mine != nullptr && m_config.myDigits > 0;
    return !m_config.augmentation.any() && m_config.nonDigits <= 0 && m_config.synthetic <= 0 &&
           !hasMine;
}

std::uint8_t Feed::write(std::int64_t position, std::uint8_t* pixels) const {
    Random random{static_cast<std::uint64_t>(m_config.seed), Image,
                  static_cast<std::uint64_t>(m_epoch), static_cast<std::uint64_t>(position)};
    const double kind = 100 * random.uniform();
    const double mine = m_config.nonDigits + (m_mine != nullptr ? m_config.myDigits : 0);
    DigitImage image;
    std::uint8_t label = kNoDigit;
    const auto take = [&](const Dataset& data, std::size_t index) {
        std::ranges::copy(data.images.image(index), image.begin());
        image = deformed(image, m_config.augmentation, random);
        label = data.labels[index];
    };
    if (kind < m_config.nonDigits) {
        image = renderInk(drawNonDigit(random));
    } else if (kind < mine) {
        take(*m_mine, random.below(m_mine->count()));
    } else if (kind < mine + m_config.synthetic) {
        label = static_cast<std::uint8_t>(random.below(10));
        // The hand has turned and bent it already; pens differ all the same.
        const Augmentation pen{.strokeWidth = m_config.augmentation.strokeWidth};
        image = deformed(renderInk(drawDigit(label, random)), pen, random);
    } else {
        take(m_data, static_cast<std::size_t>(m_order[static_cast<std::size_t>(position)]));
    }
    std::ranges::copy(image, pixels);
    return label;
}

} // namespace digitlab
