// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/glyph.h"

#include <cassert>
#include <charconv>

namespace digitlab {
namespace {

double number(std::string_view& text) {
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    assert(result.ec == std::errc{});
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return value;
}

/// Takes `sign` from the front of the text, where it is there.
bool take(std::string_view& text, char sign) {
    const bool there = text.starts_with(sign);
    if (there) {
        text.remove_prefix(1);
    }
    return there;
}

} // namespace

Glyph parseGlyph(std::string_view text) {
    Glyph glyph(1);
    while (!text.empty()) {
        if (take(text, ' ')) {
            continue;
        }
        if (take(text, '|')) {
            glyph.emplace_back();
            continue;
        }
        Waypoint place;
        place.x = number(text);
        [[maybe_unused]] const bool comma = take(text, ',');
        assert(comma);
        place.y = number(text);
        place.corner = take(text, '!');
        glyph.back().push_back(place);
    }
    return glyph;
}

} // namespace digitlab
