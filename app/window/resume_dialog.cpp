// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/resume_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>

#include <utility>

namespace digitlab {

void askForRun(QWidget& window, const std::filesystem::path& runs,
               std::function<void(const std::filesystem::path& run)> next) {
    auto* dialog = new QFileDialog(
        &window, QCoreApplication::translate("digitlab::ResumeDialog", "Resume a run"),
        QString::fromStdU16String(runs.u16string()),
        QCoreApplication::translate("digitlab::ResumeDialog",
                                    "Checkpoints (checkpoint.safetensors)"));
    dialog->setObjectName(QStringLiteral("resumeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, dialog,
        [next = std::move(next)](const QString& file) { next({file.toStdU16String()}); });
    dialog->open();
}

} // namespace digitlab
