// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/save_file.h"

#include "core/error.h"

#include <QSaveFile>

namespace digitlab {

namespace {

void saveBytes(const std::filesystem::path& path, const char* bytes, std::size_t count) {
    QSaveFile file(QString::fromStdU16String(path.u16string()));
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.write(bytes, static_cast<qint64>(count)) == static_cast<qint64>(count) &&
        file.commit();
    if (!written) {
        throw Error(Message(DIGITLAB_TEXT("core", "Cannot write %1: %2."),
                            {path.string(), file.errorString().toStdString()}));
    }
}

} // namespace

void saveFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
    saveBytes(path, reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void saveFile(const std::filesystem::path& path, std::string_view text) {
    saveBytes(path, text.data(), text.size());
}

} // namespace digitlab
