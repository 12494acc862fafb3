// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/my_digits.h"

#include "core/error.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>

namespace digitlab {

MyDigits::MyDigits(std::string_view text, const std::string& file) {
    for (const StrokeLine& line : strokeLinesOf(text)) {
        const std::string whole = std::string(line.text) + '\n';
        try {
            m_digits.push_back(std::make_shared<Kept>(
                Kept{parseStrokeLine(line.text, file, line.number), whole, newId()}));
        } catch (const Error& error) {
            m_unreadable += whole;
            if (m_problem.empty()) {
                m_problem = error.message();
            }
        }
    }
}

std::uint64_t MyDigits::newId() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

std::vector<StrokeSample> MyDigits::samples() const {
    std::vector<StrokeSample> samples;
    samples.reserve(count());
    for (const auto& digit : m_digits) {
        samples.push_back(digit->sample);
    }
    return samples;
}

std::vector<std::size_t> MyDigits::placesOf(const MyDigits& other,
                                            std::span<const std::size_t> places) const {
    std::unordered_map<std::uint64_t, std::size_t> here;
    for (std::size_t place = 0; place < m_digits.size(); ++place) {
        here.emplace(m_digits[place]->id, place);
    }
    std::vector<std::size_t> found;
    for (const std::size_t place : places) {
        if (const auto own = here.find(other.m_digits.at(place)->id); own != here.end()) {
            found.push_back(own->second);
        }
    }
    return found;
}

std::optional<std::size_t> MyDigits::find(const Ink& ink) const {
    const auto place = std::ranges::find_if(
        m_digits, [&ink](const auto& digit) { return digit->sample.ink == ink; });
    return place == m_digits.end() ? std::nullopt
                                   : std::optional<std::size_t>(place - m_digits.begin());
}

void MyDigits::add(StrokeSample sample) {
    std::string line = toStrokeLine(sample);
    m_digits.push_back(std::make_shared<Kept>(Kept{std::move(sample), std::move(line), newId()}));
}

void MyDigits::relabel(std::size_t index, int label) {
    if (at(index).label == label) {
        return;
    }
    StrokeSample sample = at(index);
    sample.label = label;
    std::string line = toStrokeLine(sample);
    m_digits[index] =
        std::make_shared<Kept>(Kept{std::move(sample), std::move(line), m_digits[index]->id});
}

void MyDigits::remove(std::span<const std::size_t> indices) {
    for (const std::size_t index : indices) {
        m_digits.at(index).reset();
    }
    std::erase(m_digits, nullptr);
}

std::string MyDigits::text() const {
    std::string text;
    for (const auto& digit : m_digits) {
        text += digit->line;
    }
    return text + m_unreadable;
}

} // namespace digitlab
