// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <cstddef>
#include <vector>

namespace digitlab {

/// A change at the end of the ink: the last strokes are taken away, others are put in their place.
/// Drawing takes none away; clearing takes all.
struct InkChange {
    Ink removed;
    Ink added;
};

/// What can be undone and redone. It changes the ink that it is given and keeps none itself.
class InkHistory {
public:
    /// Carries a change out and remembers it. What had been undone can no longer be redone.
    void apply(Ink& ink, InkChange change);
    /// Remembers a change that is already there.
    void remember(InkChange change);

    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_changes.size(); }
    void undo(Ink& ink);
    void redo(Ink& ink);

private:
    std::vector<InkChange> m_changes;
    std::size_t m_done = 0; ///< so many of them stand; the others are undone
};

} // namespace digitlab
