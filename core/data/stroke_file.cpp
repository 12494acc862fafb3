// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stroke_file.h"

#include "core/data/file.h"
#include "core/message.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace digitlab {
namespace {

bool isBlank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool isFinite(const Point& point) {
    return std::isfinite(point.x) && std::isfinite(point.y) &&
           std::ranges::all_of(point.more, [](double value) { return std::isfinite(value); });
}

void append(std::string& text, const Point& point) {
    text += '[';
    text += toText(point.x);
    text += ',';
    text += toText(point.y);
    for (const double value : point.more) {
        text += ',';
        text += toText(value);
    }
    text += ']';
}

void append(std::string& text, const Stroke& stroke) {
    text += '[';
    bool first = true;
    for (const auto& point : stroke) {
        if (!isFinite(point))
            continue; // JSON has no word for it
        if (!first)
            text += ',';
        append(text, point);
        first = false;
    }
    text += ']';
}

} // namespace

std::vector<StrokeLine> strokeLinesOf(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) // the mark that some editors write
        text.remove_prefix(3);

    std::vector<StrokeLine> lines;
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!isBlank(line))
            lines.push_back({number, line});
    }
    return lines;
}

std::vector<StrokeSample> readStrokeFile(const std::filesystem::path& path) {
    const auto name = path.string();
    const auto bytes = readFile(path, kMaxStrokeFileBytes);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());

    std::vector<StrokeSample> samples;
    for (const auto& [number, line] : strokeLinesOf(text))
        samples.push_back(parseStrokeLine(line, name, number));
    return samples;
}

std::string toStrokeLine(const StrokeSample& sample) {
    using Json = nlohmann::json;
    std::string text = "{\"label\":";
    text += sample.label ? std::to_string(*sample.label) : std::string("null");
    if (!sample.writer.empty()) {
        text += ",\"writer\":";
        text += Json(sample.writer).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    text += ",\"strokes\":[";
    for (std::size_t i = 0; i < sample.ink.size(); ++i) {
        if (i > 0)
            text += ',';
        append(text, sample.ink[i]);
    }
    text += "]}\n";
    return text;
}

} // namespace digitlab
