// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/my_digits_document.h"

#include "app/files/my_digits_file.h"
#include "core/error.h"

namespace digitlab {

MyDigitsDocument::MyDigitsDocument(std::filesystem::path file)
    : m_file(std::move(file)) {}

const MyDigits& MyDigitsDocument::digits() {
    load();
    return m_digits;
}

void MyDigitsDocument::change(MyDigits digits) {
    if (save(digits)) {
        m_before.push_back(std::move(m_digits));
        m_digits = std::move(digits);
        Q_EMIT changed();
    }
}

void MyDigitsDocument::undo() {
    if (load() && canUndo() && save(m_before.back())) {
        m_digits = std::move(m_before.back());
        m_before.pop_back();
        Q_EMIT changed();
    }
}

MyDigitsDocument::Stamp MyDigitsDocument::stamp() const {
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(m_file, missing);
    const auto time = std::filesystem::last_write_time(m_file, missing);
    return missing ? Stamp() : Stamp{time, bytes};
}

/// False where the file is there and cannot be read: it must not be overwritten.
bool MyDigitsDocument::load() {
    const Stamp now = stamp();
    if (m_seen == now) {
        return m_failure.empty();
    }
    const bool isFirst = !m_seen;
    m_seen = now;
    m_failure = {};
    m_before.clear();
    try {
        m_digits = readMyDigits(m_file);
        if (!m_digits.problem().empty()) {
            Q_EMIT failed(m_digits.problem());
        }
    } catch (const Error& error) {
        m_failure = error.message();
        Q_EMIT failed(m_failure);
    } catch (const std::exception& error) { // too much for the memory, say
        m_failure = Message(DIGITLAB_TEXT("core", "The file %1 cannot be read: %2."),
                            {m_file.string(), std::string(error.what())});
        Q_EMIT failed(m_failure);
    }
    if (!isFirst) {
        Q_EMIT reloaded();
        Q_EMIT changed();
    }
    return m_failure.empty();
}

bool MyDigitsDocument::save(const MyDigits& digits) {
    if (!m_failure.empty()) {
        Q_EMIT failed(m_failure);
        return false;
    }
    try {
        saveMyDigits(m_file, digits);
        m_seen = stamp();
        return true;
    } catch (const Error& error) {
        Q_EMIT failed(error.message());
        return false;
    }
}

} // namespace digitlab
