// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/my_digits_store.h"

#include "app/files/my_digits_file.h"
#include "core/error.h"

namespace digitlab {

MyDigitsStore::MyDigitsStore(std::filesystem::path file)
    : m_file(std::move(file)) {}

MyDigitsStore::State MyDigitsStore::refresh() {
    return state(load());
}

MyDigitsStore::State MyDigitsStore::change(const std::function<void(MyDigits&)>& edit) {
    Message problem = load();
    MyDigits before = m_digits;
    MyDigits after = m_digits;
    edit(after);
    if (!after.isSameAs(before)) {
        Message failure = save(std::move(after));
        if (failure.empty()) {
            m_before.push_back(std::move(before));
        } else {
            problem = std::move(failure);
        }
    }
    return state(std::move(problem));
}

MyDigitsStore::State MyDigitsStore::undo() {
    Message problem = load();
    if (!m_before.empty()) {
        Message failure = save(m_before.back());
        if (failure.empty()) {
            m_before.pop_back();
        } else {
            problem = std::move(failure);
        }
    }
    return state(std::move(problem));
}

MyDigitsStore::State MyDigitsStore::state(Message problem) const {
    return {m_digits, !m_before.empty(), m_readings, std::move(problem)};
}

MyDigitsStore::Stamp MyDigitsStore::stamp() const {
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(m_file, missing);
    const auto time = std::filesystem::last_write_time(m_file, missing);
    return missing ? Stamp() : Stamp{time, bytes};
}

/// Gives what could not be read, if that is news.
Message MyDigitsStore::load() {
    const Stamp now = stamp();
    if (m_seen == now) {
        return {};
    }
    m_seen = now;
    ++m_readings;
    m_failure = {};
    m_before.clear();
    try {
        m_digits = readMyDigits(m_file);
        return m_digits.problem();
    } catch (const Error& error) {
        m_failure = error.message();
    } catch (const std::exception& error) { // too much for the memory, say
        m_failure = Message(DIGITLAB_TEXT("core", "The file %1 cannot be read: %2."),
                            {m_file.string(), std::string(error.what())});
    }
    return m_failure;
}

/// Gives why they could not be written. A file that is there and cannot be read is never
/// overwritten.
Message MyDigitsStore::save(MyDigits digits) {
    if (!m_failure.empty()) {
        return m_failure;
    }
    try {
        saveMyDigits(m_file, digits);
    } catch (const Error& error) {
        return error.message();
    }
    m_seen = stamp();
    m_digits = std::move(digits);
    return {};
}

} // namespace digitlab
