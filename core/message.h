// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Marks an English text in core so that lupdate finds it (as an alias of QT_TRANSLATE_NOOP).
/// The first argument is the translation context, always "core".
#define DIGITLAB_TEXT(context, text) text

namespace digitlab {

/// A text for a person: an English template with %1 … %9, and the values to put there. The window
/// translates the template and writes the numbers as the locale does; the command line and the
/// logs use english().
class Message {
public:
    /// A value may be a message itself (see nested()), which is translated for itself.
    using Value = std::variant<std::string, std::int64_t, double, std::shared_ptr<const Message>>;

    Message() = default;
    /// `text` must be a string literal marked with DIGITLAB_TEXT("core", "…").
    explicit Message(const char* text, std::vector<Value> values = {})
        : m_text(text)
        , m_values(std::move(values)) {}

    [[nodiscard]] const char* text() const { return m_text; }
    [[nodiscard]] const std::vector<Value>& values() const { return m_values; }
    [[nodiscard]] bool empty() const { return *m_text == '\0'; }

    /// The template with its values filled in; numbers are written as in C.
    [[nodiscard]] std::string english() const;

private:
    const char* m_text = "";
    std::vector<Value> m_values;
};

/// A message as a value of another one: "model.safetensors: %1".
Message::Value nested(Message message);

/// A number as C writes it, in the shortest form that reads back the same.
std::string toText(double value);

/// A text from outside, cut to a length that a message can bear (between two UTF-8 characters).
std::string shortened(std::string_view text);

} // namespace digitlab
