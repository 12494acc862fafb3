// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/save_file.h"

#include "core/error.h"

#include <QFile>
#include <QSaveFile>

namespace digitlab {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, Message::Value reason) {
    throw Error(
        Message(DIGITLAB_TEXT("core", "Cannot write %1: %2."), {path.string(), std::move(reason)}));
}

/// Opens the file that takes the place of `path` when it is committed.
void open(QSaveFile& file, const std::filesystem::path& path) {
    std::error_code missing;
    const auto status = std::filesystem::status(path, missing);
    // A device would be replaced by a file.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        refuse(path, nested(Message(DIGITLAB_TEXT("core", "it is no regular file"))));
    }
    const QString name = QString::fromStdString(path.string());
    if (QFile::encodeName(name).toStdString() != path.string()) {
        refuse(path, nested(Message(DIGITLAB_TEXT("core", "its name is no UTF-8"))));
    }
    file.setFileName(name);
    if (!file.open(QIODevice::WriteOnly)) {
        refuse(path, file.errorString().toStdString());
    }
}

/// False where not all could be written. A disk that fills up takes a part without an error; only
/// the next attempt has the reason.
bool writeAll(QSaveFile& file, const char* bytes, std::size_t count) {
    while (count > 0) {
        const qint64 written = file.write(bytes, static_cast<qint64>(count));
        if (written <= 0) {
            return false;
        }
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
    return file.flush(); // commit() would forget the reason
}

void saveBytes(const std::filesystem::path& path, const char* bytes, std::size_t count) {
    QSaveFile file;
    open(file, path);
    if (!writeAll(file, bytes, count) || !file.commit()) {
        refuse(path, file.errorString().toStdString());
    }
}

} // namespace

void saveFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
    saveBytes(path, reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void saveFile(const std::filesystem::path& path, std::string_view text) {
    saveBytes(path, text.data(), text.size());
}

void checkCanSave(const std::filesystem::path& path) {
    QSaveFile file;
    open(file, path); // goes without a trace, as nothing is committed
}

} // namespace digitlab
