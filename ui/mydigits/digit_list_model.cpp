// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mydigits/digit_list_model.h"

#include "core/ink/digit_image.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPixmap>

namespace digitlab {

namespace {

constexpr int kEnlarged = 2;

QPixmap pictureOf(const Ink& ink) {
    const DigitImage image = renderInk(ink);
    const double ratio = qGuiApp->devicePixelRatio();
    const int side = qRound(kEnlarged * kDigitSide * ratio);
    const QImage grey(image.data(), kDigitSide, kDigitSide, kDigitSide, QImage::Format_Grayscale8);
    QPixmap picture = QPixmap::fromImage(grey.scaled(side, side));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

void DigitListModel::setDigits(MyDigits digits) {
    beginResetModel();
    m_digits = std::move(digits);
    endResetModel();
}

int DigitListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_digits.count());
}

QVariant DigitListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const StrokeSample& digit = m_digits.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DecorationRole:
        return pictureOf(digit.ink);
    case Qt::DisplayRole:
        return digit.label ? QLocale().toString(*digit.label) : QStringLiteral("–");
    case Qt::AccessibleTextRole:
        return digit.label ? tr("Kept as a %1").arg(*digit.label) : tr("Kept as no digit");
    default:
        return {};
    }
}

} // namespace digitlab
