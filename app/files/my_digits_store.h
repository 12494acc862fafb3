// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/my_digits.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace digitlab {

/// The digits that the person kept, as they stand in their file: each change is written at once,
/// whole or not at all, and can be undone. What another program has written meanwhile is read
/// first; what was done before can then not be undone any more. Used by one thread at a time.
class MyDigitsStore {
public:
    /// The file is first read by one of the functions below. A missing one is as good as an empty
    /// one.
    explicit MyDigitsStore(std::filesystem::path file);

    /// What is kept, and how it came so.
    struct State {
        MyDigits digits;
        bool canUndo = false;
        /// How often the file was read: first, and whenever another program had changed it.
        int readings = 0;
        Message problem; ///< what could not be read or written; empty where all could
    };

    /// Looks whether the file has changed.
    State refresh();
    /// Changes the digits as they are now.
    State change(const std::function<void(MyDigits&)>& edit);
    State undo();

private:
    /// What tells one state of a file from another.
    struct Stamp {
        std::filesystem::file_time_type time;
        std::uintmax_t bytes = 0; ///< 0 where there is no file

        bool operator==(const Stamp&) const = default;
    };

    [[nodiscard]] Stamp stamp() const;
    Message load();
    Message save(MyDigits digits);
    [[nodiscard]] State state(Message problem) const;

    std::filesystem::path m_file;
    std::optional<Stamp> m_seen; ///< the file as it was last read or written
    int m_readings = 0;
    Message m_failure; ///< why it could not be read; empty where it could
    MyDigits m_digits;
    std::vector<MyDigits> m_before; ///< what undo() goes back to, the latest last
};

} // namespace digitlab
