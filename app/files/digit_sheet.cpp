// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/digit_sheet.h"

#include "app/files/save_file.h"
#include "core/error.h"
#include "core/ink/digit_image.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace digitlab {

void saveDigitSheet(const std::filesystem::path& path,
                    std::span<const std::span<const std::uint8_t>> digits, int columns,
                    int enlarged) {
    const int count = static_cast<int>(digits.size());
    const int across = std::clamp(count, 1, columns);
    const int down = std::max(1, (count + across - 1) / across);
    QImage sheet(across * kDigitSide, down * kDigitSide, QImage::Format_Grayscale8);
    sheet.fill(Qt::black);
    QPainter painter(&sheet);
    for (int place = 0; place < count; ++place) {
        painter.drawImage(place % across * kDigitSide, place / across * kDigitSide,
                          QImage(digits[static_cast<std::size_t>(place)].data(), kDigitSide,
                                 kDigitSide, kDigitSide, QImage::Format_Grayscale8));
    }
    painter.end();

    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!sheet.scaled(sheet.size() * enlarged).save(&buffer, "PNG")) {
        throw Error(Message(DIGITLAB_TEXT("core", "The picture %1 cannot be made: %2×%3 pixels are "
                                                  "more than there is memory for."),
                            {path.string(), std::int64_t{sheet.width()} * enlarged,
                             std::int64_t{sheet.height()} * enlarged}));
    }
    saveFile(path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace digitlab
