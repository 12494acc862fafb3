// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

class QWidget;

namespace digitlab {

/// Asks which of the runs in a folder to go on with, by its checkpoint, and goes on with `next`;
/// not at all where the person thinks better of it.
void askForRun(QWidget& window, const std::filesystem::path& runs,
               std::function<void(const std::filesystem::path& run)> next);

} // namespace digitlab
