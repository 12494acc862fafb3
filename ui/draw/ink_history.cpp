// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/ink_history.h"

namespace digitlab {

namespace {

/// Older changes are forgotten.
constexpr std::size_t kLimit = 200;

void exchange(Ink& ink, const Ink& removed, const Ink& added) {
    ink.resize(ink.size() - removed.size());
    ink.insert(ink.end(), added.begin(), added.end());
}

} // namespace

void InkHistory::apply(CanvasContent& content, InkChange change) {
    exchange(content.ink, change.removed, change.added);
    content.picture = change.pictureAfter;
    remember(std::move(change));
}

void InkHistory::remember(InkChange change) {
    m_changes.resize(m_done);
    if (m_changes.size() == kLimit) {
        m_changes.erase(m_changes.begin());
    }
    m_changes.push_back(std::move(change));
    m_done = m_changes.size();
}

void InkHistory::undo(CanvasContent& content) {
    if (canUndo()) {
        const InkChange& change = m_changes[--m_done];
        exchange(content.ink, change.added, change.removed);
        content.picture = change.pictureBefore;
    }
}

void InkHistory::redo(CanvasContent& content) {
    if (canRedo()) {
        const InkChange& change = m_changes[m_done++];
        exchange(content.ink, change.removed, change.added);
        content.picture = change.pictureAfter;
    }
}

} // namespace digitlab
