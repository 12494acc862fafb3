// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/samples.h"
#include "core/training/feed.h"

#include <optional>

namespace digitlab {

/// A part of what a network is fed, on its device.
struct DeviceBatch {
    at::Tensor pixels;  ///< bytes, count×1×28×28
    at::Tensor targets; ///< how likely each digit is, count×10; all alike for what is no digit
    std::int64_t digits = 0; ///< how many of the images are digits
};

/// Fetches batches of a feed onto a device. Where a feed gives its images as they are, all of them
/// lie on the device from the first batch on, and only their order goes there; else the processor
/// makes each batch.
class DeviceBatches {
public:
    explicit DeviceBatches(c10::Device device)
        : m_device(device) {}

    /// The images at `first` … `first + count - 1`. The feed's data must outlive this.
    DeviceBatch take(const Feed& feed, std::int64_t first, std::int64_t count);

private:
    DeviceBatch gather(const Feed& feed, std::int64_t first, std::int64_t count);
    [[nodiscard]] DeviceBatch make(const Feed& feed, std::int64_t first, std::int64_t count) const;

    const c10::Device m_device;
    const Dataset* m_data = nullptr; ///< what lies on the device
    std::optional<Samples> m_resident;
};

} // namespace digitlab
