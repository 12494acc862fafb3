// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"
#include "core/ink/ink.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace digitlab {

/// What is on a canvas: ink, and the picture that it was drawn on, if there is one.
struct CanvasContent {
    Ink ink = {};
    std::shared_ptr<const DigitImage> picture = {};

    [[nodiscard]] bool isEmpty() const { return ink.empty() && !picture; }
};

/// A change at the end of the ink: the last strokes are taken away, others are put in their place.
/// Drawing takes none away; clearing takes all. And the picture before and after it.
struct InkChange {
    Ink removed = {};
    Ink added = {};
    std::shared_ptr<const DigitImage> pictureBefore = {};
    std::shared_ptr<const DigitImage> pictureAfter = {};
};

/// What can be undone and redone. It changes the content that it is given and keeps none itself.
class InkHistory {
public:
    /// Carries a change out and remembers it. What had been undone can no longer be redone.
    void apply(CanvasContent& content, InkChange change);
    /// Remembers a change that is already there.
    void remember(InkChange change);

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_changes.size(); }
    void undo(CanvasContent& content);
    void redo(CanvasContent& content);

private:
    std::vector<InkChange> m_changes;
    std::size_t m_done = 0; ///< so many of them stand; the others are undone
};

} // namespace digitlab
