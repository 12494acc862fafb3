// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/stroke_file.h"
#include "core/message.h"

#include <memory>
#include <span>

namespace digitlab {

/// The digits that a person kept to be learned from, with what each of them is: a stroke file as a
/// value that is cheap to copy. A line that cannot be read is kept as it is and written again, and
/// so is all that a readable line holds besides, until it is relabelled: no change here loses what
/// the person, or another program, has put into the file.
class MyDigits {
public:
    MyDigits() = default;

    /// Those of a stroke file's text; `file` is what problem() calls it.
    MyDigits(std::string_view text, const std::string& file);

    [[nodiscard]] std::size_t count() const { return m_digits.size(); }
    [[nodiscard]] const StrokeSample& at(std::size_t index) const {
        return m_digits.at(index)->sample;
    }

    /// All of them, in their order.
    [[nodiscard]] std::vector<StrokeSample> samples() const;

    /// Whether one value is a copy of the other, unchanged since.
    [[nodiscard]] bool isSameAs(const MyDigits& other) const {
        return m_digits == other.m_digits && m_unreadable == other.m_unreadable;
    }

    /// Where the digits with these places in `other` stand here, if one value came of a copy of the
    /// other; without those that were taken out since.
    [[nodiscard]] std::vector<std::size_t> placesOf(const MyDigits& other,
                                                    std::span<const std::size_t> places) const;

    /// The place of the drawing with exactly these strokes.
    [[nodiscard]] std::optional<std::size_t> find(const Ink& ink) const;

    void add(StrokeSample sample);
    /// Does nothing where it has this label already.
    void relabel(std::size_t index, int label);
    /// Takes out those with these indices.
    void remove(std::span<const std::size_t> indices);

    /// The stroke file.
    [[nodiscard]] std::string text() const;

    /// What is wrong with the first line that could not be read; empty where all could.
    [[nodiscard]] const Message& problem() const { return m_problem; }

private:
    struct Kept {
        StrokeSample sample;
        std::string line; ///< as it stands in the file, with its line feed
        std::uint64_t id; ///< the same in all copies, also where it is relabelled
    };
    static std::uint64_t newId();

    std::vector<std::shared_ptr<const Kept>> m_digits;
    std::string m_unreadable; ///< lines of the file, each with its line feed
    Message m_problem;
};

} // namespace digitlab
