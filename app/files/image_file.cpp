// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/image_file.h"

#include "core/error.h"

#include <QImage>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace digitlab {

namespace {

QImage onWhite(const QImage& image) {
    if (!image.hasAlphaChannel()) {
        return image;
    }
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, image);
    return opaque;
}

} // namespace

GreyImage readImageFile(const std::filesystem::path& path) {
    QImageReader reader(QString::fromStdU16String(path.u16string()));
    reader.setAutoTransform(true); // photos say in their metadata which side is up
    const QImage image = reader.read();
    if (image.isNull()) {
        throw Error(Message(DIGITLAB_TEXT("core", "Cannot read the picture %1: %2. Expected a PNG "
                                                  "or JPEG file."),
                            {path.string(), reader.errorString().toStdString()}));
    }
    const QImage grey = onWhite(image).convertToFormat(QImage::Format_Grayscale8);
    GreyImage result{grey.width(), grey.height(), {}};
    result.pixels.reserve(static_cast<std::size_t>(grey.width()) *
                          static_cast<std::size_t>(grey.height()));
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* line = grey.constScanLine(y);
        result.pixels.insert(result.pixels.end(), line, line + grey.width());
    }
    return result;
}

} // namespace digitlab
