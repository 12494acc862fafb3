// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/resume_dialog.h"

#include "app/files/stopped_runs.h"
#include "ui/window/stopped_runs_dialog.h"

#include <QFileDialog>
#include <QPointer>

namespace digitlab {

ResumeDialog::ResumeDialog(QWidget& window)
    : m_window(window) {}

void ResumeDialog::open(const std::filesystem::path& runs) {
    const QPointer dialog(new StoppedRunsDialog(&m_window));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StoppedRunsDialog::chosen, this, &ResumeDialog::chosen);
    connect(dialog, &StoppedRunsDialog::otherRequested, this, [this, runs] { openFiles(runs); });
    dialog->open();
    const auto show = [dialog](const std::vector<StoppedRun>& found) {
        if (dialog) { // it may be closed by now
            dialog->setRuns(found);
        }
    };
    m_background.run([runs] { return stoppedRuns(runs); }, show,
                     [show](const Message&) { show({}); });
}

void ResumeDialog::openFiles(const std::filesystem::path& runs) {
    auto* dialog =
        new QFileDialog(&m_window, tr("Resume a run"), QString::fromStdU16String(runs.u16string()),
                        tr("Checkpoints (checkpoint.safetensors)"));
    dialog->setObjectName(QStringLiteral("resumeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        Q_EMIT chosen(std::filesystem::path(file.toStdU16String()).parent_path());
    });
    dialog->open();
}

} // namespace digitlab
