// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_store.h"

#include "app/files/save_file.h"
#include "core/engine.h"
#include "core/error.h"
#include "core/model/model_file.h"
#include "core/training/config_json.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

namespace digitlab {

namespace {

/// A folder that was not there before: two runs may end within the same second.
std::filesystem::path makeFolder(const std::filesystem::path& runs, const std::string& preset) {
    const std::string time =
        QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")).toStdString();
    const std::string name = time + "-" + preset;
    std::error_code error;
    std::filesystem::create_directories(runs, error);
    for (int copy = 1; !error; ++copy) {
        const auto folder = runs / (copy == 1 ? name : name + "-" + std::to_string(copy));
        if (std::filesystem::create_directory(folder, error)) {
            return folder;
        }
    }
    throw Error(Message(DIGITLAB_TEXT("core", "Cannot make a folder for the run in %1: %2."),
                        {runs.string(), error.message()}));
}

} // namespace

std::filesystem::path storeRun(const std::filesystem::path& runs, const RunHistory& history,
                               const RunOutcome& outcome) {
    const auto folder = makeFolder(runs, history.start.config.preset);
    saveFile(folder / "config.json", toJson(history.start.config).dump(2) + "\n");
    saveFile(folder / "metrics.csv", metricsCsv(history));
    if (outcome.classifier != nullptr) {
        saveFile(folder / "model.safetensors", toSafetensors(outcome.classifier->model()));
    }
    return folder;
}

} // namespace digitlab
