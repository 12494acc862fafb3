// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/window_controller.h"
#include "app/window/window_settings.h"
#include "ui/window/main_window.h"

#include <QTemporaryDir>

#include <memory>

namespace digitlab::test {

inline constexpr int kLong = 60'000; ///< milliseconds; a slow machine must not fail a test

/// A data folder of its own, with a small data set, for as long as it lives.
class DataFolder {
public:
    DataFolder();
    ~DataFolder();

    [[nodiscard]] std::filesystem::path path() const;
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(name); }
    /// The folders of the runs that were kept.
    [[nodiscard]] std::vector<std::filesystem::path> runs() const;

private:
    QTemporaryDir m_folder;
};

void writeFile(const std::filesystem::path& path, const QByteArray& bytes);

/// The whole window as the program makes it.
struct Lab {
    Lab();

    WindowSettings settings;
    MainWindow window;
    std::unique_ptr<WindowController> controller;

    [[nodiscard]] bool isTraining() const {
        return controller->training().state() != TrainingSession::State::Idle;
    }
    /// Draws strokes with the mouse on the canvas; they are in a square of 100 units.
    void draw(const Ink& ink);
    /// The sentence beside what the network sees.
    [[nodiscard]] QString sentence() const;
    /// Sets fields of the settings panel as `--set` does.
    void set(std::initializer_list<std::pair<const char*, const char*>> fields);
};

/// Settings with which a run on the small data set takes seconds.
void setQuickRun(Lab& lab);

/// Settings with which a run on the small data set does not end by itself.
void setEndlessRun(Lab& lab);

/// Shows the window and waits for the engine. False where that takes too long.
bool showAndWait(Lab& lab);

} // namespace digitlab::test
