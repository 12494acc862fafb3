// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"

#include <array>
#include <charconv>

namespace digitlab {

std::string toText(double value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

Message::Value nested(Message message) {
    return std::make_shared<const Message>(std::move(message));
}

std::string Message::english() const {
    struct Writer {
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return toText(number); }
        std::string operator()(const std::shared_ptr<const Message>& message) const {
            return message->english();
        }
    };
    std::string result;
    const std::string_view text(m_text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const auto index = isPlace ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (isPlace && index < m_values.size()) {
            result += std::visit(Writer{}, m_values[index]);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t kMaxShown = 60;
    if (text.size() <= kMaxShown) {
        return std::string(text);
    }
    std::size_t end = kMaxShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // within a character of several bytes
    }
    return std::string(text.substr(0, end)) + "…";
}

} // namespace digitlab
