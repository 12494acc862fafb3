// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/my_digits_store.h"

#include "app/files/my_digits_file.h"
#include "core/error.h"

namespace digitlab {

MyDigitsStore::MyDigitsStore(std::filesystem::path file)
    : m_file(std::move(file)) {}

MyDigitsStore::State MyDigitsStore::refresh() {
    State state;
    load(state);
    return complete(std::move(state));
}

MyDigitsStore::State MyDigitsStore::change(const std::function<void(MyDigits&)>& edit) {
    State state;
    load(state);
    MyDigits before = m_digits;
    MyDigits after = m_digits;
    edit(after);
    if (!after.isSameAs(before)) {
        save(std::move(after), state);
        if (state.changed) {
            m_before.push_back(std::move(before));
        }
    }
    return complete(std::move(state));
}

MyDigitsStore::State MyDigitsStore::undo() {
    State state;
    load(state);
    if (!m_before.empty()) {
        save(m_before.back(), state);
        if (state.changed) {
            m_before.pop_back();
        }
    }
    return complete(std::move(state));
}

MyDigitsStore::State MyDigitsStore::complete(State state) const {
    state.digits = m_digits;
    state.canUndo = !m_before.empty();
    return state;
}

MyDigitsStore::Stamp MyDigitsStore::stamp() const {
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(m_file, missing);
    const auto time = std::filesystem::last_write_time(m_file, missing);
    return missing ? Stamp() : Stamp{time, bytes};
}

void MyDigitsStore::load(State& state) {
    const Stamp now = stamp();
    if (m_seen == now) {
        return;
    }
    state.reloaded = m_seen.has_value();
    m_seen = now;
    m_failure = {};
    m_before.clear();
    try {
        m_digits = readMyDigits(m_file);
        state.problem = m_digits.problem();
    } catch (const Error& error) {
        m_failure = error.message();
    } catch (const std::exception& error) { // too much for the memory, say
        m_failure = Message(DIGITLAB_TEXT("core", "The file %1 cannot be read: %2."),
                            {m_file.string(), std::string(error.what())});
    }
    if (!m_failure.empty()) {
        state.problem = m_failure;
    }
}

/// Does nothing where the file is there and cannot be read: it must not be overwritten.
void MyDigitsStore::save(MyDigits digits, State& state) {
    if (!m_failure.empty()) {
        state.problem = m_failure;
        return;
    }
    try {
        saveMyDigits(m_file, digits);
        m_seen = stamp();
        m_digits = std::move(digits);
        state.changed = true;
    } catch (const Error& error) {
        state.problem = error.message();
    }
}

} // namespace digitlab
