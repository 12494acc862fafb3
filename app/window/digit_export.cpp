// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/digit_export.h"

#include "app/files/digit_sheet.h"
#include "app/files/save_file.h"
#include "core/data/drawn_digits.h"
#include "core/data/idx.h"

#include <QFileDialog>

#include <algorithm>
#include <numeric>

namespace digitlab {

namespace {

constexpr int kColumns = 20;
constexpr int kEnlarged = 2;

/// All digits in one picture, those of a kind beside each other.
void savePicture(const std::filesystem::path& to, const Dataset& digits) {
    std::vector<std::size_t> order(digits.count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return digits.labels[i]; });
    std::vector<std::span<const std::uint8_t>> images;
    for (const std::size_t i : order) {
        images.push_back(digits.images.image(i));
    }
    saveDigitSheet(to, images, kColumns, kEnlarged);
}

} // namespace

void writeDigits(DigitFileFormat format, const MyDigits& digits, const std::filesystem::path& to) {
    switch (format) {
    case DigitFileFormat::Strokes:
        saveFile(to, digits.text());
        break;
    case DigitFileFormat::Idx: {
        const Dataset images = renderDigits(digits.samples());
        saveFile(to / "my-digits-images-idx3-ubyte", toIdx(images.images));
        saveFile(to / "my-digits-labels-idx1-ubyte", toIdx(images.labels));
        break;
    }
    case DigitFileFormat::Png:
        savePicture(to, renderDigits(digits.samples()));
        break;
    }
}

void DigitExport::exportAs(DigitFileFormat format, const MyDigits& digits, QWidget& window) {
    auto* dialog = new QFileDialog(&window, tr("Export my digits"));
    dialog->setObjectName(QStringLiteral("exportDigitsDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format == DigitFileFormat::Idx) {
        dialog->setWindowTitle(tr("Export my digits as two IDX files into a folder"));
        dialog->setFileMode(QFileDialog::Directory);
    } else {
        const bool strokes = format == DigitFileFormat::Strokes;
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        const QString suffix = strokes ? QStringLiteral("jsonl") : QStringLiteral("png");
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(QStringLiteral("my-digits.") + suffix);
        dialog->setNameFilter(strokes ? tr("Stroke files (*.jsonl)")
                                      : QStringLiteral("PNG (*.png)"));
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, format, digits](const QString& to) {
        m_background.run(
            [format, digits, to] {
                writeDigits(format, digits, to.toStdU16String());
                return to;
            },
            [this](const QString& done) { Q_EMIT written(done); },
            [this](const Message& message) { Q_EMIT failed(message); });
    });
    dialog->open();
}

} // namespace digitlab
