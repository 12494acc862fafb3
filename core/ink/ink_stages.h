// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <algorithm>
#include <memory>

namespace digitlab {

/// What makes a drawing look like MNIST's images, in the order in which it is done.
enum class InkStep {
    Crop,      ///< only the box of the ink counts, no stray dot and no empty sheet; else all of it
    Scale,     ///< its longer side becomes 20 pixels; else the sheet's becomes 28
    Centre,    ///< the centre of mass comes to (14, 14); else the middle to the middle
    Normalise, ///< a pen of 2.6 pixels, the brightest pixel 255; else the pen that was used
};
inline constexpr int kInkSteps = 4;

/// Which of the steps are taken: all, until one is left out.
class InkSteps {
public:
    [[nodiscard]] bool operator[](InkStep step) const {
        return m_taken[static_cast<std::size_t>(step)];
    }
    void set(InkStep step, bool taken) { m_taken[static_cast<std::size_t>(step)] = taken; }

    [[nodiscard]] bool all() const { return std::ranges::find(m_taken, false) == m_taken.end(); }
    /// The same without those that come after the first `count`.
    [[nodiscard]] InkSteps first(int count) const {
        InkSteps steps = *this;
        std::fill(steps.m_taken.begin() + count, steps.m_taken.end(), false);
        return steps;
    }

    bool operator==(const InkSteps&) const = default;

private:
    std::array<bool, kInkSteps> m_taken{true, true, true, true};
};

/// The square that a person draws on, from (0, 0) to (side, side), and the width of the pen. Both
/// are positive and in the ink's unit. With all steps taken neither makes a difference.
struct Sheet {
    double side = 1;
    double pen = 0.13;
};

/// What a person drew, and how it becomes an image.
struct Drawing {
    Ink ink = {};
    Sheet sheet = {};
    InkSteps steps = {};
    /// What the ink was drawn on; mostly nothing. It fills the sheet, and as it looks like MNIST's
    /// images already, it and the ink are seen as they are, whatever the steps.
    std::shared_ptr<const DigitImage> picture = {};
};

/// The whole sheet reduced to 28×28, then the image after each step; the last is what the network
/// sees. A step that is not taken leaves the image as it was.
using InkStages = std::array<DigitImage, kInkSteps + 1>;

/// Without a picture and with all steps taken, the last image is renderInk()'s.
InkStages inkStages(const Drawing& drawing);

} // namespace digitlab
