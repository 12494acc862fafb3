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
    if (canUndo() && save(m_before.back())) {
        m_digits = std::move(m_before.back());
        m_before.pop_back();
        Q_EMIT changed();
    }
}

/// False where the file is there and cannot be read: it must not be overwritten.
bool MyDigitsDocument::load() {
    if (m_loaded) {
        return true;
    }
    try {
        m_digits = readMyDigits(m_file);
        m_loaded = true;
        if (!m_digits.problem().empty()) {
            Q_EMIT failed(m_digits.problem());
        }
    } catch (const Error& error) {
        Q_EMIT failed(error.message());
    }
    return m_loaded;
}

bool MyDigitsDocument::save(const MyDigits& digits) {
    if (!load()) {
        return false;
    }
    try {
        saveMyDigits(m_file, digits);
        return true;
    } catch (const Error& error) {
        Q_EMIT failed(error.message());
        return false;
    }
}

} // namespace digitlab
