// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace digitlab {

/// Where the program keeps what it needs and makes: `DIGITLAB_DATA`, or the platform's standard
/// folder for data.
std::filesystem::path dataFolder();

/// The folder of a data set: `mnist` is the one that `./run` fetched; any other name is a folder.
std::filesystem::path datasetFolder(const std::string& nameOrFolder);

/// Where the digits are that the person kept.
std::filesystem::path myDigitsFile();

/// Where finished and stopped runs are kept.
std::filesystem::path runsFolder();

/// Where the window keeps its settings.
std::filesystem::path settingsFile();

} // namespace digitlab
