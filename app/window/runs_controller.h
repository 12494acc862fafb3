// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/kept_runs.h"
#include "app/session/background.h"

#include <QObject>

#include <functional>
#include <vector>

namespace digitlab {

class MainWindow;
class ModelDocument;
class ModelFiles;
class TrainingController;

/// Lists the runs that are kept on disk, and does with them what a person asks for. Files are read
/// and deleted in the background.
class RunsController : public QObject {
    Q_OBJECT

public:
    /// What kept runs are used with; all of it must outlive the controller.
    struct Parts {
        MainWindow& window;
        TrainingController& training;
        ModelDocument& document;
        ModelFiles& files;
    };
    explicit RunsController(const Parts& parts);

Q_SIGNALS:
    /// The person wants to go on with these settings.
    void settingsChosen(const digitlab::TrainingConfig& config);
    void failed(const digitlab::Message& message);

private:
    using Folders = std::vector<std::filesystem::path>;
    /// What became of folders that were to be deleted.
    struct Deletion {
        Folders inTrash;
        Folders refused; ///< by the trash
        Message problem; ///< mostly empty
    };

    void refresh();
    void refreshIfVisible();
    void showCurves(const std::vector<KeptRun>& runs);
    void addCurves(const KeptRun& run);
    void deleteFolders(const Folders& folders, bool (*remove)(const std::filesystem::path& folder));
    void endDeletion(const Deletion& deletion);
    void askToDelete(const Folders& folders);
    std::function<void(const Message&)> reportFailure();

    Parts m_parts;
    RunCatalogue m_catalogue; ///< in the background alone
    Background m_background;
};

} // namespace digitlab
