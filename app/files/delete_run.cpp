// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/delete_run.h"

#include "app/files/run_lock.h"
#include "core/error.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace digitlab {

namespace {

void checkNotUnderWay(const std::filesystem::path& folder) {
    if (isLocked(folder)) {
        throw Error(Message(DIGITLAB_TEXT("core", "The run in %1 cannot be deleted: it is under "
                                                  "way; one that has ended is expected."),
                            {folder.string()}));
    }
}

/// Without a trash of its own at home, Qt 6.4 would move files into the working folder.
bool hasTrash() {
#ifdef Q_OS_LINUX
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir().mkpath(data + QStringLiteral("/Trash/files")) &&
           QDir().mkpath(data + QStringLiteral("/Trash/info"));
#else
    return true;
#endif
}

} // namespace

bool moveRunToTrash(const std::filesystem::path& folder) {
    checkNotUnderWay(folder);
    if (!hasTrash()) {
        return false;
    }
    std::error_code ignored;
    return QFile::moveToTrash(QString::fromStdU16String(folder.u16string())) ||
           !std::filesystem::exists(folder, ignored); // somebody else was quicker
}

void deleteRun(const std::filesystem::path& folder) {
    checkNotUnderWay(folder);
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (error) {
        throw Error(Message(DIGITLAB_TEXT("core", "The run in %1 cannot be deleted: %2."),
                            {folder.string(), error.message()}));
    }
}

} // namespace digitlab
