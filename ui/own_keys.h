// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

#include <algorithm>
#include <initializer_list>

namespace digitlab {

/// A key goes to a shortcut of the window (Escape clears the canvas) unless the widget with the
/// focus says before that it wants it. Call it from event(), with the keys that the widget knows:
/// true where the event was such a question and the key is one of them.
inline bool claimsKey(QEvent* event, std::initializer_list<int> keys) {
    if (event->type() != QEvent::ShortcutOverride ||
        std::ranges::find(keys, static_cast<QKeyEvent*>(event)->key()) == keys.end()) {
        return false;
    }
    event->accept();
    return true;
}

} // namespace digitlab
