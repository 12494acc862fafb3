// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/config.h"

#include <span>

namespace digitlab {

/// The label of what is no digit: the network is to be undecided about it.
inline constexpr std::uint8_t kNoDigit = 255;

/// What a network is fed in training: the images of a data set, deformed as the configuration says,
/// and among them digits that the person kept, digits that the program draws itself, and things
/// that are no digit. The configuration's seed, the epoch and the position decide each image, and
/// nothing else does.
class Feed {
public:
    /// Feeds the images with these indices, and those of `mine` where there are any. Both must
    /// outlive this, and their images be 28×28.
    Feed(TrainingConfig config, const Dataset& data, std::vector<std::int64_t> indices,
         const Dataset* mine = nullptr);

    /// Shuffles the images; epochs count from 1.
    void beginEpoch(int epoch);

    /// Positions of an epoch.
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(m_order.size()); }

    /// True where each position is an image of data() as it is, with its label.
    [[nodiscard]] bool isPlain() const;
    [[nodiscard]] const Dataset& data() const { return m_data; }
    /// Of a plain feed: which image of data() each position of the epoch is.
    [[nodiscard]] std::span<const std::int64_t> order() const { return m_order; }

    /// Writes the 28×28 pixels of a position (0 … count - 1) of the epoch and gives their label:
    /// 0 … 9 or kNoDigit. May be called from several threads at once.
    std::uint8_t write(std::int64_t position, std::uint8_t* pixels) const;

private:
    TrainingConfig m_config;
    const Dataset& m_data;
    const Dataset* m_mine; ///< null where there are none
    std::vector<std::int64_t> m_indices;
    std::vector<std::int64_t> m_order; ///< the indices as this epoch shuffles them
    int m_epoch = 0;
};

} // namespace digitlab
