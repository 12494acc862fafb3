// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/my_digits_document.h"

#include <utility>

namespace digitlab {

MyDigitsDocument::MyDigitsDocument(std::filesystem::path file)
    : m_store(std::move(file)) {}

const MyDigits& MyDigitsDocument::latestDigits() {
    refresh();
    finish();
    return digits();
}

bool MyDigitsDocument::finish() {
    m_hasFailed = false;
    m_background.finish();
    return !m_hasFailed;
}

void MyDigitsDocument::refresh() {
    carryOut([this] { return m_store.refresh(); });
}

void MyDigitsDocument::change(Edit edit) {
    carryOut([this, edit = std::move(edit)] { return m_store.change(edit); });
}

void MyDigitsDocument::undo() {
    carryOut([this] { return m_store.undo(); });
}

void MyDigitsDocument::changeShown(std::vector<std::size_t> places, EditOfSome edit) {
    const auto editSome = [shown = digits(), places = std::move(places), edit = std::move(edit)](
                              MyDigits& digits) { edit(digits, digits.placesOf(shown, places)); };
    carryOut([this, editSome] { return m_store.change(editSome); }, m_state.readings);
}

/// `shown`: of the digits that the work is about, if it is about any.
void MyDigitsDocument::carryOut(std::function<MyDigitsStore::State()> work,
                                std::optional<int> shown) {
    m_background.run(
        std::move(work),
        [this, shown](const MyDigitsStore::State& state) {
            take(state);
            if (shown && shown != state.readings) {
                Q_EMIT outdated();
            }
        },
        [this](const Message& message) {
            m_hasFailed = true;
            Q_EMIT failed(message);
        });
}

void MyDigitsDocument::take(const MyDigitsStore::State& state) {
    const bool isNew = !state.digits.isSameAs(m_state.digits) || state.canUndo != m_state.canUndo;
    const bool isRead = state.readings != m_state.readings;
    m_state = state;
    if (isNew) {
        Q_EMIT changed();
    }
    if (isRead) {
        Q_EMIT reloaded();
    }
    if (!state.problem.empty()) {
        m_hasFailed = true;
        Q_EMIT failed(state.problem);
    }
}

} // namespace digitlab
