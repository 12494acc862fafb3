// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network_module.h"
#include "core/ink/digit_image.h"

#include <functional>
#include <span>
#include <vector>

namespace digitlab {

/// Runs a network on one image at a time, on the processor. LibTorch is made for batches: for one
/// small image its operators take longer to begin than to work. May be used from several threads at
/// once.
class ImagePass {
public:
    /// Hears what each layer gave (channels × height × width), in order.
    using Tap = std::function<void(std::size_t layer, std::span<const float> output)>;

    /// The network must be on the processor and outlive this.
    explicit ImagePass(const NetworkModule& network);

    /// Tells `tap` what each layer makes of the image.
    void run(const DigitImage& image, const Tap& tap) const;

private:
    /// A layer with its numbers; null where it has none of that kind.
    struct Stage {
        const Layer* layer;
        const float* weight;
        const float* bias;
        const float* mean;
        const float* variance;
    };

    std::vector<Stage> m_stages;
};

} // namespace digitlab
