// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/data_folder.h"

#include <QStandardPaths>
#include <QString>

namespace digitlab {

namespace {

std::filesystem::path toPath(const QString& text) {
    return {text.toStdU16String()};
}

} // namespace

std::filesystem::path dataFolder() {
    const QString override = qEnvironmentVariable("DIGITLAB_DATA");
    if (!override.isEmpty()) {
        return toPath(override);
    }
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return toPath(base) / "digitlab";
}

std::filesystem::path datasetFolder(const std::string& nameOrFolder) {
    if (nameOrFolder == "mnist") {
        return dataFolder() / "datasets" / nameOrFolder;
    }
    return {nameOrFolder};
}

std::filesystem::path myDigitsFile() {
    return dataFolder() / "my-digits.jsonl";
}

std::filesystem::path runsFolder() {
    return dataFolder() / "runs";
}

std::filesystem::path settingsFile() {
    return dataFolder() / "settings.ini";
}

} // namespace digitlab
