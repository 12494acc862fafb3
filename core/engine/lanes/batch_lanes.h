// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/lanes/kernels.h"
#include "core/engine/lanes/map_buffer.h"

#include <algorithm>
#include <cstdint>

namespace digitlab::lanes {

/// How the images of a batch lie in blocks of lanes. The last lanes of the last block may be empty.
class BatchLanes {
public:
    explicit BatchLanes(std::int64_t images)
        : m_images(images) {}

    [[nodiscard]] std::int64_t images() const { return m_images; }
    [[nodiscard]] std::int64_t blocks() const { return (m_images + kLanes - 1) / kLanes; }
    [[nodiscard]] std::int64_t lanes() const { return blocks() * kLanes; }

    /// The lanes of a block that hold images; they are its first.
    [[nodiscard]] std::int64_t filled(std::int64_t block) const {
        return std::clamp<std::int64_t>(m_images - block * kLanes, 0, kLanes);
    }

    /// 1 for each lane of a block that holds an image, 0 for the others.
    [[nodiscard]] const float* mask(std::int64_t block) const {
        return kOnesThenZeros + kLanes - filled(block);
    }

private:
    alignas(64) static constexpr float kOnesThenZeros[2 * kLanes] = {1, 1, 1, 1, 1, 1, 1, 1,
                                                                     1, 1, 1, 1, 1, 1, 1, 1};

    std::int64_t m_images;
};

} // namespace digitlab::lanes
