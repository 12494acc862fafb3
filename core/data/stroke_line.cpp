// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stroke_file.h"
#include "core/error.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace digitlab {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxLineBytes = std::size_t{16} << 20;
constexpr std::size_t kMaxDepth = 64;
constexpr double kMaxCoordinate = 1e9;

/// Takes a line event by event, so that neither deep nesting nor other keys cost memory.
class LineReader : public nlohmann::json_sax<Json> {
public:
    LineReader(const std::string& file, std::int64_t number)
        : m_file(file)
        , m_number(number) {}

    StrokeSample take() {
        if (!m_hasLabel)
            fail(DIGITLAB_TEXT("core", "%1, line %2: the key \"label\" is missing; 0 to 9 was "
                                       "expected, or null for what is no digit."));
        if (!m_hasStrokes)
            fail(DIGITLAB_TEXT("core", "%1, line %2: the key \"strokes\" is missing; a list of "
                                       "strokes was expected."));
        return std::move(m_sample);
    }

    bool null() override {
        if (m_key == Key::Label && m_depth == 1) {
            m_sample.label.reset();
            m_hasLabel = true;
        } else {
            refuse();
        }
        return true;
    }
    bool boolean(bool) override { return refuse(); }
    bool number_integer(number_integer_t value) override {
        return integer(static_cast<double>(value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return integer(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override {
        return m_key == Key::Strokes ? coordinate(value) : refuse();
    }
    bool string(string_t& value) override {
        if (m_key != Key::Writer || m_depth != 1)
            return refuse();
        m_sample.writer = std::move(value);
        return true;
    }
    bool binary(binary_t&) override { return refuse(); }

    bool start_object(std::size_t) override {
        if (m_depth > 0)
            refuse();
        return deeper();
    }
    bool key(string_t& name) override {
        if (m_depth != 1)
            return true; // of an object in another key
        m_key = name == "label"     ? Key::Label
                : name == "writer"  ? Key::Writer
                : name == "strokes" ? Key::Strokes
                                    : Key::Other;
        if (m_key == Key::Strokes)
            m_sample.ink.clear();
        return true;
    }
    bool end_object() override {
        --m_depth;
        return true;
    }

    // strokes, stroke, point: depths 1, 2 and 3 of the line's object
    bool start_array(std::size_t) override {
        if (m_depth == 0)
            fail(kNoObject);
        if (m_key == Key::Strokes && m_depth == 1)
            m_hasStrokes = true;
        else if (m_key == Key::Strokes && m_depth == 2)
            m_sample.ink.emplace_back();
        else if (m_key == Key::Strokes && m_depth == 3)
            m_count = 0;
        else
            refuse();
        return deeper();
    }
    bool end_array() override {
        --m_depth;
        if (m_key == Key::Strokes && m_depth == 3 && m_count < 2)
            fail(DIGITLAB_TEXT("core", "%1, line %2: a point of stroke %3 has %4 numbers; x and y "
                                       "were expected."),
                 {stroke(), m_count});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        fail(DIGITLAB_TEXT("core", "%1, line %2: the line is no valid JSON (at character %3); "
                                   "{\"label\":7,\"strokes\":[[[x,y],…],…]} was expected."),
             {static_cast<std::int64_t>(position)});
    }

private:
    enum class Key { Label, Writer, Strokes, Other };

    static constexpr const char* kNoObject =
        DIGITLAB_TEXT("core", "%1, line %2: the line is no JSON object; "
                              "{\"label\":7,\"strokes\":[[[x,y],…],…]} was expected.");

    [[noreturn]] void fail(const char* text, std::vector<Message::Value> more = {}) const {
        std::vector<Message::Value> values{m_file, m_number};
        values.insert(values.end(), more.begin(), more.end());
        throw Error(Message(text, std::move(values)));
    }

    [[nodiscard]] std::int64_t stroke() const {
        return static_cast<std::int64_t>(m_sample.ink.size());
    }

    /// Something that has no place here: an error, but for the keys that are ignored.
    bool refuse() const {
        if (m_depth == 0)
            fail(kNoObject);
        switch (m_key) {
        case Key::Label:
            fail(DIGITLAB_TEXT("core", "%1, line %2: the label is no whole number; 0 to 9 was "
                                       "expected, or null for what is no digit."));
        case Key::Writer:
            fail(DIGITLAB_TEXT("core", "%1, line %2: the writer is no text; a name in quotes was "
                                       "expected."));
        case Key::Strokes:
            fail(DIGITLAB_TEXT("core", "%1, line %2: the strokes are malformed; a list of strokes "
                                       "was expected, each a list of points [x,y]."));
        case Key::Other:
            break;
        }
        return true;
    }

    bool deeper() {
        if (++m_depth > kMaxDepth)
            fail(DIGITLAB_TEXT("core", "%1, line %2: the JSON is nested too deeply; at most %3 "
                                       "levels were expected."),
                 {static_cast<std::int64_t>(kMaxDepth)});
        return true;
    }

    bool integer(double value) {
        if (m_key == Key::Strokes)
            return coordinate(value);
        if (m_key != Key::Label || m_depth != 1)
            return refuse();
        if (value < 0 || value > 9)
            fail(DIGITLAB_TEXT("core", "%1, line %2: the label is %3; 0 to 9 was expected, or "
                                       "null for what is no digit."),
                 {value});
        m_sample.label = static_cast<int>(value);
        m_hasLabel = true;
        return true;
    }

    bool coordinate(double value) {
        if (m_depth != 4)
            return refuse();
        const bool isPlace = m_count < 2;
        if (!std::isfinite(value) || (isPlace && std::abs(value) > kMaxCoordinate))
            fail(DIGITLAB_TEXT("core", "%1, line %2: a point of stroke %3 lies at %4; a number "
                                       "from -1e9 to 1e9 was expected."),
                 {stroke(), value});
        auto& points = m_sample.ink.back();
        if (m_count == 0)
            points.emplace_back().x = value;
        else if (m_count == 1)
            points.back().y = value;
        else
            points.back().more.push_back(value);
        ++m_count;
        return true;
    }

    const std::string& m_file;
    std::int64_t m_number;
    StrokeSample m_sample;
    Key m_key = Key::Other;
    std::size_t m_depth = 0;
    std::int64_t m_count = 0; ///< numbers of the point so far
    bool m_hasLabel = false;
    bool m_hasStrokes = false;
};

} // namespace

StrokeSample parseStrokeLine(std::string_view line, const std::string& file, std::int64_t number) {
    if (line.size() > kMaxLineBytes)
        throw Error(Message(DIGITLAB_TEXT("core", "%1, line %2: the line is too long: it has %3 "
                                                  "bytes, at most %4 were expected."),
                            {file, number, static_cast<std::int64_t>(line.size()),
                             static_cast<std::int64_t>(kMaxLineBytes)}));
    LineReader reader(file, number);
    Json::sax_parse(line, &reader);
    return reader.take();
}

} // namespace digitlab
