// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/my_digits.h"

#include "core/error.h"

#include <algorithm>

namespace digitlab {

MyDigits::MyDigits(std::string_view text, const std::string& file) {
    for (const StrokeLine& line : strokeLinesOf(text)) {
        const std::string whole = std::string(line.text) + '\n';
        try {
            m_digits.push_back(
                std::make_shared<Kept>(Kept{parseStrokeLine(line.text, file, line.number), whole}));
        } catch (const Error& error) {
            m_unreadable += whole;
            if (m_problem.empty()) {
                m_problem = error.message();
            }
        }
    }
}

std::vector<StrokeSample> MyDigits::samples() const {
    std::vector<StrokeSample> samples;
    samples.reserve(count());
    for (const auto& digit : m_digits) {
        samples.push_back(digit->sample);
    }
    return samples;
}

std::optional<std::size_t> MyDigits::find(const Ink& ink) const {
    const auto place = std::ranges::find_if(
        m_digits, [&ink](const auto& digit) { return digit->sample.ink == ink; });
    return place == m_digits.end() ? std::nullopt
                                   : std::optional<std::size_t>(place - m_digits.begin());
}

void MyDigits::add(StrokeSample sample) {
    std::string line = toStrokeLine(sample);
    m_digits.push_back(std::make_shared<Kept>(Kept{std::move(sample), std::move(line)}));
}

void MyDigits::relabel(std::size_t index, int label) {
    StrokeSample sample = at(index);
    sample.label = label;
    std::string line = toStrokeLine(sample);
    m_digits[index] = std::make_shared<Kept>(Kept{std::move(sample), std::move(line)});
}

void MyDigits::remove(std::span<const std::size_t> indices) {
    std::vector<std::shared_ptr<const Kept>> rest;
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        if (std::ranges::find(indices, i) == indices.end()) {
            rest.push_back(m_digits[i]);
        }
    }
    m_digits = std::move(rest);
}

std::string MyDigits::text() const {
    std::string text;
    for (const auto& digit : m_digits) {
        text += digit->line;
    }
    return text + m_unreadable;
}

} // namespace digitlab
