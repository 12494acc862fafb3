// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_files.h"

#include "app/files/image_file.h"
#include "ui/draw/canvas.h"

#include <QFileDialog>

namespace digitlab {

namespace {

/// Throws Error where nothing is to be seen.
DigitImage readDigit(const std::filesystem::path& file) {
    const DigitImage digit = normaliseImage(readImageFile(file));
    if (isEmpty(digit)) {
        throw Error(
            Message(DIGITLAB_TEXT("core", "Nothing is to be seen in the picture %1; a digit "
                                          "darker or lighter than what is around it was "
                                          "expected."),
                    {file.string()}));
    }
    return digit;
}

} // namespace

PictureFiles::PictureFiles(Canvas& canvas)
    : m_canvas(canvas) {}

void PictureFiles::open() {
    auto* dialog =
        new QFileDialog(m_canvas.window(), tr("Open a picture of a digit"), {},
                        tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp);;All files (*)"));
    dialog->setObjectName(QStringLiteral("pictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PictureFiles::openFile);
    dialog->open();
}

void PictureFiles::openFile(const QString& file) {
    m_background.run([file] { return readDigit(file.toStdU16String()); },
                     [this](const DigitImage& digit) {
                         m_canvas.setPicture(digit);
                         Q_EMIT opened();
                     },
                     [this](const Message& message) { Q_EMIT failed(message); });
}

} // namespace digitlab
