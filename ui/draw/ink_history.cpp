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

void InkHistory::apply(Ink& ink, InkChange change) {
    exchange(ink, change.removed, change.added);
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

void InkHistory::undo(Ink& ink) {
    if (canUndo()) {
        --m_done;
        exchange(ink, m_changes[m_done].added, m_changes[m_done].removed);
    }
}

void InkHistory::redo(Ink& ink) {
    if (canRedo()) {
        exchange(ink, m_changes[m_done].removed, m_changes[m_done].added);
        ++m_done;
    }
}

} // namespace digitlab
