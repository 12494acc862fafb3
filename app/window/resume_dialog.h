// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"

#include <QWidget>

#include <filesystem>

namespace digitlab {

/// Asks which stopped run is to be resumed: one of those in the folder of the runs, or any other
/// checkpoint.
class ResumeDialog : public QObject {
    Q_OBJECT

public:
    explicit ResumeDialog(QWidget& window);

    void open(const std::filesystem::path& runs);

Q_SIGNALS:
    /// The folder of a run.
    void chosen(const std::filesystem::path& folder);

private:
    void openFiles(const std::filesystem::path& runs);

    QWidget& m_window;
    Background m_background;
};

} // namespace digitlab
