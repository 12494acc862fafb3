// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/my_digits_document.h"

namespace digitlab {

MyDigitsDocument::MyDigitsDocument(std::filesystem::path file)
    : m_store(std::move(file)) {}

void MyDigitsDocument::refresh() {
    m_background.run([this] { return m_store.refresh(); },
                     [this](const MyDigitsStore::State& state) { take(state); },
                     [this](const Message& message) { Q_EMIT failed(message); });
}

void MyDigitsDocument::change(Edit edit) {
    m_background.run([this, edit = std::move(edit)] { return m_store.change(edit); },
                     [this](const MyDigitsStore::State& state) {
                         take(state);
                         if (state.reloaded && !state.changed && state.problem.empty()) {
                             Q_EMIT outdated();
                         }
                     },
                     [this](const Message& message) { Q_EMIT failed(message); });
}

void MyDigitsDocument::undo() {
    m_background.run([this] { return m_store.undo(); },
                     [this](const MyDigitsStore::State& state) { take(state); },
                     [this](const Message& message) { Q_EMIT failed(message); });
}

void MyDigitsDocument::take(const MyDigitsStore::State& state) {
    const bool isNew = !state.digits.isSameAs(m_state.digits) || state.canUndo != m_state.canUndo;
    m_state = state;
    if (isNew) {
        Q_EMIT changed();
    }
    if (state.reloaded) {
        Q_EMIT reloaded();
    }
    if (!state.problem.empty()) {
        Q_EMIT failed(state.problem);
    }
}

} // namespace digitlab
