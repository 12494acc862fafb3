// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/my_digits_store.h"
#include "app/session/background.h"

#include <QObject>

namespace digitlab {

/// The digits that the person kept, for the window: their file is read and written in the
/// background, as even a small one can take long on a busy disk. What is asked for is done in its
/// order, and told when it is done; the end of this waits for it.
class MyDigitsDocument : public QObject {
    Q_OBJECT

public:
    using Edit = std::function<void(MyDigits&)>;

    explicit MyDigitsDocument(std::filesystem::path file);

    /// As they were last told; none before that.
    [[nodiscard]] const MyDigits& digits() const { return m_state.digits; }
    [[nodiscard]] bool canUndo() const { return m_state.canUndo; }

    /// Looks whether another program, or another window, has changed them.
    void refresh();
    /// Changes what is then kept, in another thread. Where that cannot be written, all stays as it
    /// was, and failed() says why.
    void change(Edit edit);
    void undo();

Q_SIGNALS:
    void changed();
    /// Another program has changed them; changed() comes before.
    void reloaded();
    /// Another program has changed them, so that nothing was left of what was to be changed;
    /// reloaded() comes before.
    void outdated();
    void failed(const digitlab::Message& message);

private:
    void take(const MyDigitsStore::State& state);

    MyDigitsStore::State m_state;
    MyDigitsStore m_store;   ///< used in the background alone
    Background m_background; ///< last: it uses the store
};

} // namespace digitlab
