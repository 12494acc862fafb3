// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/image_file.h"

#include "core/data/file.h"
#include "core/error.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>

namespace digitlab {

namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{256} << 20;
constexpr std::int64_t kMaxPixels = std::int64_t{64} << 20; // more than most cameras give
constexpr int kMaxDecodedMegabytes = 512;                   // at 8 bytes a pixel

QImage onWhite(const QImage& image) {
    if (!image.hasAlphaChannel()) {
        return image;
    }
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, image);
    return opaque;
}

QImage read(const std::filesystem::path& path) {
    const Bytes bytes = readFile(path, kMaxFileBytes);
    QByteArray view = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&view);
    QImageReader::setAllocationLimit(kMaxDecodedMegabytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true); // photos say in their metadata which side is up
    const QSize size = reader.size();
    if (std::int64_t{size.width()} * size.height() > kMaxPixels) {
        throw Error(Message(
            DIGITLAB_TEXT("core", "Cannot read the picture %1: it has %2×%3 "
                                  "pixels; at most %4 were expected."),
            {path.string(), std::int64_t{size.width()}, std::int64_t{size.height()}, kMaxPixels}));
    }
    QImage image = reader.read();
    if (image.isNull()) {
        throw Error(Message(DIGITLAB_TEXT("core", "Cannot read the picture %1: %2. Expected a PNG "
                                                  "or JPEG file."),
                            {path.string(), reader.errorString().toStdString()}));
    }
    return image;
}

} // namespace

GreyImage readImageFile(const std::filesystem::path& path) {
    const QImage grey = onWhite(read(path)).convertToFormat(QImage::Format_Grayscale8);
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
