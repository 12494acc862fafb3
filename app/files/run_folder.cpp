// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/run_folder.h"

#include "app/files/save_file.h"
#include "core/engine.h"
#include "core/error.h"
#include "core/model/checkpoint_file.h"
#include "core/model/model_file.h"
#include "core/training/config_json.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

namespace digitlab {

namespace {

constexpr const char* kCheckpoint = "checkpoint.safetensors";

[[noreturn]] void cannotMake(const std::filesystem::path& folder, Message::Value why) {
    throw Error(Message(DIGITLAB_TEXT("core", "Cannot make a folder for the run in %1: %2."),
                        {folder.string(), std::move(why)}));
}

} // namespace

std::filesystem::path makeRunFolder(const std::filesystem::path& runs, const std::string& preset) {
    const std::string time =
        QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")).toStdString();
    const std::string name = time + "-" + preset;
    std::error_code error;
    std::filesystem::create_directories(runs, error);
    for (int copy = 1; !error; ++copy) { // two runs may begin within the same second
        const auto folder = runs / (copy == 1 ? name : name + "-" + std::to_string(copy));
        if (std::filesystem::create_directory(folder, error)) {
            return folder;
        }
    }
    cannotMake(runs, error.message());
}

void makeEmptyFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const bool isEmpty = !error && std::filesystem::is_empty(folder, error);
    if (error) {
        cannotMake(folder, error.message());
    }
    if (!isEmpty) {
        cannotMake(folder, nested(Message(DIGITLAB_TEXT("core", "it is not empty; a new or empty "
                                                                "folder is expected"))));
    }
}

std::filesystem::path runFolderOf(const std::filesystem::path& place) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(place, ignored)) {
        return place;
    }
    if (place.filename() != kCheckpoint) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is no run; the folder of a run, or the %2 in "
                                                  "it, is expected."),
                            {place.string(), std::string(kCheckpoint)}));
    }
    return place.has_parent_path() ? place.parent_path() : ".";
}

std::filesystem::path checkpointIn(const std::filesystem::path& folder) {
    return folder / kCheckpoint;
}

std::filesystem::path modelIn(const std::filesystem::path& folder) {
    return folder / "model.safetensors";
}

std::filesystem::path metricsIn(const std::filesystem::path& folder) {
    return folder / "metrics.csv";
}

Checkpoint readCheckpoint(const std::filesystem::path& folder) {
    return readCheckpointFile(checkpointIn(folder));
}

void saveCheckpoint(const std::filesystem::path& folder, Checkpoint checkpoint) {
    saveFile(checkpointIn(folder), toSafetensors(std::move(checkpoint)));
}

std::filesystem::path myDigitsIn(const std::filesystem::path& folder) {
    return folder / "my-digits.jsonl";
}

void saveRun(const std::filesystem::path& folder, const RunHistory& history,
             const RunOutcome& outcome) {
    saveFile(folder / "config.json", toJson(history.start.config).dump(2) + "\n");
    saveFile(metricsIn(folder), metricsCsv(history));
    if (outcome.classifier != nullptr) {
        saveFile(modelIn(folder), toSafetensors(outcome.classifier->model()));
    }
}

} // namespace digitlab
