// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <stdexcept>

namespace digitlab {

/// What went wrong, in words for a person: what was being done, with which file or field, what is
/// wrong and what was expected. The only exception that core and the engine throw on purpose.
class Error : public std::runtime_error {
public:
    explicit Error(Message message)
        : std::runtime_error(message.english())
        , m_message(std::move(message)) {}

    [[nodiscard]] const Message& message() const { return m_message; }

private:
    Message m_message;
};

} // namespace digitlab
