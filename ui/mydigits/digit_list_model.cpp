// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mydigits/digit_list_model.h"

#include "ui/digit_picture.h"

#include <QLocale>

namespace digitlab {

namespace {

constexpr int kEnlarged = 2;

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
        return digitPicture(renderInk(digit.ink), kEnlarged);
    case Qt::DisplayRole:
        return digit.label ? QLocale().toString(*digit.label) : QStringLiteral("–");
    case Qt::AccessibleTextRole:
        return digit.label ? tr("Kept as a %1").arg(*digit.label) : tr("Kept as no digit");
    default:
        return {};
    }
}

} // namespace digitlab
