// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/my_digits.h"

#include <QObject>

namespace digitlab {

/// The digits that the person kept, as they stand in their file: each change is written at once,
/// whole or not at all, and can be undone.
class MyDigitsDocument : public QObject {
    Q_OBJECT

public:
    /// Reads the file on the first use. A missing one is as good as an empty one.
    explicit MyDigitsDocument(std::filesystem::path file);

    [[nodiscard]] const MyDigits& digits();

    /// Makes these the digits. Where they cannot be written, all stays as it was, and failed() says
    /// why.
    void change(MyDigits digits);

    [[nodiscard]] bool canUndo() const { return !m_before.empty(); }
    void undo();

Q_SIGNALS:
    void changed();
    void failed(const digitlab::Message& message);

private:
    bool load();
    bool save(const MyDigits& digits);

    std::filesystem::path m_file;
    bool m_loaded = false;
    MyDigits m_digits;
    std::vector<MyDigits> m_before; ///< what undo() goes back to, the latest last
};

} // namespace digitlab
