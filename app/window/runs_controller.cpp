// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runs_controller.h"

#include "app/files/data_folder.h"
#include "app/files/delete_run.h"
#include "app/files/run_folder.h"
#include "app/window/model_document.h"
#include "app/window/model_files.h"
#include "app/window/training_controller.h"
#include "ui/runs/runs_view.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace digitlab {

namespace {

constexpr qsizetype kMostNames = 5; ///< that a question lists

QString namesOf(const std::vector<std::filesystem::path>& folders) {
    QStringList names;
    for (const std::filesystem::path& folder : folders) {
        names += QString::fromStdU16String(folder.u16string());
    }
    if (names.size() > kMostNames) {
        names.resize(kMostNames);
        names += QStringLiteral("…");
    }
    return names.join(u'\n');
}

/// Of one run or of several.
QString shortNameOf(const std::vector<std::filesystem::path>& folders) {
    return folders.size() == 1 ? QString::fromStdU16String(folders.front().filename().u16string())
                               : RunsController::tr("%1 runs").arg(
                                     QLocale().toString(static_cast<qulonglong>(folders.size())));
}

} // namespace

RunsController::RunsController(const Parts& parts)
    : m_parts(parts)
    , m_catalogue(runsFolder()) {
    const RunsView& view = parts.window.runs();
    connect(&view, &RunsView::shown, this, &RunsController::refresh);
    connect(&parts.training, &TrainingController::ended, this, &RunsController::refreshIfVisible);
    connect(&view, &RunsView::openRequested, this, [this](const KeptRun& run) {
        m_parts.files.openFile(QString::fromStdU16String(modelIn(run.folder).u16string()));
    });
    connect(&view, &RunsView::settingsRequested, this,
            [this](const KeptRun& run) { Q_EMIT settingsChosen(run.config); });
    connect(&view, &RunsView::curvesRequested, this, &RunsController::showCurves);
    connect(&view, &RunsView::resumeRequested, this,
            [this](const KeptRun& run) { m_parts.training.resumeRun(run.folder); });
    connect(&view, &RunsView::deleteRequested, this, [this](const std::vector<KeptRun>& runs) {
        Folders folders;
        for (const KeptRun& run : runs) {
            folders.push_back(run.folder);
        }
        deleteFolders(folders, moveRunToTrash);
    });
}

std::function<void(const Message&)> RunsController::reportFailure() {
    return [this](const Message& message) { Q_EMIT failed(message); };
}

void RunsController::refresh() {
    m_background.run(
        [this] { return m_catalogue.list(); },
        [this](const std::vector<KeptRun>& runs) { m_parts.window.runs().setRuns(runs); },
        reportFailure());
}

void RunsController::refreshIfVisible() {
    if (m_parts.window.runs().isVisible()) { // else it is refreshed when it comes into view
        refresh();
    }
}

void RunsController::showCurves(const std::vector<KeptRun>& runs) {
    m_parts.window.actions().showTraining->trigger();
    for (const KeptRun& run : runs) {
        addCurves(run);
    }
}

void RunsController::addCurves(const KeptRun& run) {
    if (m_parts.training.chartRuns().reveal(run.folder)) {
        return;
    }
    m_background.run([run] { return readHistory(run); },
                     [this, run](const RunHistory& history) {
                         // A person may have asked twice before the first was read.
                         if (!m_parts.training.chartRuns().reveal(run.folder)) {
                             m_parts.training.chartRuns().add(run, history);
                         }
                     },
                     reportFailure());
}

void RunsController::deleteFolders(const Folders& folders,
                                   bool (*remove)(const std::filesystem::path& folder)) {
    const auto work = [folders, remove] {
        Deletion deletion;
        for (const std::filesystem::path& folder : folders) {
            try {
                if (!remove(folder)) {
                    deletion.refused.push_back(folder);
                } else if (remove == moveRunToTrash) {
                    deletion.inTrash.push_back(folder);
                }
            } catch (const Error& error) {
                deletion.problem = error.message();
            }
        }
        return deletion;
    };
    m_background.run(
        work, [this](const Deletion& deletion) { endDeletion(deletion); }, reportFailure());
}

void RunsController::endDeletion(const Deletion& deletion) {
    m_parts.document.filesDeleted();
    refresh();
    if (!deletion.inTrash.empty()) {
        m_parts.window.notice().showNotice(
            tr("Moved to the trash: %1").arg(shortNameOf(deletion.inTrash)));
    }
    if (!deletion.problem.empty()) {
        Q_EMIT failed(deletion.problem);
    }
    if (!deletion.refused.empty()) {
        askToDelete(deletion.refused);
    }
}

void RunsController::askToDelete(const Folders& folders) {
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Delete runs"),
                        tr("The trash does not take what you want to delete. Delete it for good?"),
                        QMessageBox::Cancel, &m_parts.window);
    question->setObjectName(QStringLiteral("deleteQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(namesOf(folders));
    auto* forGood = question->addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    forGood->setObjectName(QStringLiteral("deleteForGood"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(forGood, &QPushButton::clicked, this, [this, folders] {
        deleteFolders(folders, [](const std::filesystem::path& folder) {
            deleteRun(folder);
            return true;
        });
    });
    question->open();
}

} // namespace digitlab
