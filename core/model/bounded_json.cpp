// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/bounded_json.h"

#include <set>

namespace digitlab {

namespace {

constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxKeys = 1000; ///< an object that keeps its order is slow with more

/// Looks at each part of a document while it is parsed, so that a bad one is left early.
class Guard {
public:
    explicit Guard(const std::string& name)
        : m_name(name) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        using Event = Json::parse_event_t;
        if ((event == Event::object_start || event == Event::array_start) && depth > kMaxDepth) {
            throw Error(Message(DIGITLAB_TEXT("core", "%1: its description is nested more than "
                                                      "%2 levels deep; a model file has three"),
                                {m_name, std::int64_t{kMaxDepth}}));
        }
        if (event == Event::object_start) {
            m_keys.emplace_back();
        } else if (event == Event::object_end) {
            m_keys.pop_back();
        } else if (event == Event::key) {
            addKey(parsed.get<std::string>());
        }
        return true;
    }

private:
    void addKey(const std::string& key) {
        if (!m_keys.back().insert(key).second) {
            throw Error(
                Message(DIGITLAB_TEXT("core", "%1: its description has \"%2\" twice; once is "
                                              "expected"),
                        {m_name, shortened(key)}));
        }
        if (m_keys.back().size() > kMaxKeys) {
            throw Error(Message(DIGITLAB_TEXT("core", "%1: its description lists more than %2 "
                                                      "things; at most so many are expected"),
                                {m_name, static_cast<std::int64_t>(kMaxKeys)}));
        }
    }

    const std::string& m_name;
    std::vector<std::set<std::string>> m_keys; ///< of each object that is open
};

} // namespace

Json parseObject(std::string_view text, const std::string& name) {
    Guard guard(name);
    Json json;
    try {
        json = Json::parse(text, std::ref(guard));
    } catch (const Json::exception& error) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1: its description is no JSON (%2)"),
                            {name, shortened(error.what())}));
    }
    if (!json.is_object()) {
        throw Error(Message(
            DIGITLAB_TEXT("core", "%1: its description is no JSON object, which is expected"),
            {name}));
    }
    return json;
}

} // namespace digitlab
