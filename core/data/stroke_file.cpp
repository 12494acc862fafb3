// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stroke_file.h"

#include "core/data/file.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace digitlab {
namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{256} << 20; // over half a million digits
constexpr std::size_t kMaxLineBytes = std::size_t{16} << 20;

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

std::vector<StrokeSample> readStrokeFile(const std::filesystem::path& path) {
    const auto name = path.string();
    const auto bytes = readFile(path, kMaxFileBytes);
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (rest.starts_with("\xEF\xBB\xBF")) // the mark that some editors write
        rest.remove_prefix(3);

    std::vector<StrokeSample> samples;
    for (std::int64_t number = 1; !rest.empty(); ++number) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.size() > kMaxLineBytes)
            throw Error(Message(DIGITLAB_TEXT("core", "%1, line %2: the line is too long: it has "
                                                      "%3 bytes, at most %4 were expected."),
                                {name, number, static_cast<std::int64_t>(line.size()),
                                 static_cast<std::int64_t>(kMaxLineBytes)}));
        if (!isBlank(line))
            samples.push_back(parseStrokeLine(line, name, number));
    }
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
