// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/my_digits_store.h"
#include "app/session/background.h"

#include <QObject>

namespace digitlab {

/// The digits that the person kept, for the window: their file is read and written in the
/// background, as even a small one can take long on a busy disk. What is asked for is done in its
/// order, and told when it is done.
class MyDigitsDocument : public QObject {
    Q_OBJECT

public:
    using Edit = std::function<void(MyDigits&)>;
    using EditOfSome = std::function<void(MyDigits&, const std::vector<std::size_t>& places)>;

    explicit MyDigitsDocument(std::filesystem::path file);

    /// As they were last told; none before that.
    [[nodiscard]] const MyDigits& digits() const { return m_state.digits; }
    /// The same, but waits until they are as the file has them and all is done that was asked for.
    [[nodiscard]] const MyDigits& latestDigits();
    /// Waits until all is done and told. False where something failed meanwhile.
    bool finish();
    [[nodiscard]] bool canUndo() const { return m_state.canUndo; }

    /// Looks whether another program, or another window, has changed them.
    void refresh();
    /// Changes what is then kept, in another thread. Where that cannot be written, all stays as it
    /// was, and failed() says why.
    void change(Edit edit);
    /// The same for the digits with these places in digits(): `edit` is given where they stand
    /// then.
    void changeShown(std::vector<std::size_t> places, EditOfSome edit);
    void undo();

Q_SIGNALS:
    void changed();
    /// They were read, first or because another program has changed them; changed() comes before.
    void reloaded();
    /// Another program has changed what changeShown() was to change, and nothing was done.
    void outdated();
    void failed(const digitlab::Message& message);

private:
    void carryOut(std::function<MyDigitsStore::State()> work, std::optional<int> shown = {});
    void take(const MyDigitsStore::State& state);

    bool m_hasFailed = false; ///< since finish() last began
    MyDigitsStore::State m_state;
    MyDigitsStore m_store;   ///< used in the background alone
    Background m_background; ///< last: it uses the store
};

} // namespace digitlab
