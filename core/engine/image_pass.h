// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"
#include "core/model/model.h"
#include "core/network/network.h"

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

    /// The tensors are those of tensorsOf(layers), in that order. Both must outlive this.
    ImagePass(const std::vector<Layer>& layers, const std::vector<Tensor>& tensors);

    void run(const DigitImage& image, const Tap& tap) const;

private:
    /// A layer with its numbers; null where it has none of that kind.
    struct Stage {
        const Layer* layer;
        const float* weight = nullptr;
        const float* bias = nullptr;
        const float* mean = nullptr;
        const float* variance = nullptr;
    };

    std::vector<Stage> m_stages;
};

} // namespace digitlab
