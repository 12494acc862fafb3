// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/my_digits.h"

#include <QObject>

#include <filesystem>
#include <optional>
#include <vector>

namespace digitlab {

/// The digits that the person kept, as they stand in their file: each change is written at once,
/// whole or not at all, and can be undone. What another program, or another window, has written
/// meanwhile is read first; what was done before can then not be undone any more.
class MyDigitsDocument : public QObject {
    Q_OBJECT

public:
    /// Reads the file on the first use, and where it has changed. A missing one is as good as an
    /// empty one.
    explicit MyDigitsDocument(std::filesystem::path file);

    [[nodiscard]] const MyDigits& digits();
    /// True where the file holds something else than digits() last gave.
    [[nodiscard]] bool isOutdated() const { return m_seen && *m_seen != stamp(); }

    /// Makes these the digits. Where they cannot be written, all stays as it was, and failed() says
    /// why.
    void change(MyDigits digits);

    [[nodiscard]] bool canUndo() const { return !m_before.empty(); }
    void undo();

Q_SIGNALS:
    void changed();
    /// Another program has changed them; changed() follows.
    void reloaded();
    void failed(const digitlab::Message& message);

private:
    /// What tells one state of a file from another.
    struct Stamp {
        std::filesystem::file_time_type time;
        std::uintmax_t bytes = 0; ///< 0 where there is no file

        bool operator==(const Stamp&) const = default;
    };

    [[nodiscard]] Stamp stamp() const;
    bool load();
    bool save(const MyDigits& digits);

    std::filesystem::path m_file;
    std::optional<Stamp> m_seen; ///< the file as it was last read or written
    Message m_failure;           ///< why it could not be read; empty where it could
    MyDigits m_digits;
    std::vector<MyDigits> m_before; ///< what undo() goes back to, the latest last
};

} // namespace digitlab
