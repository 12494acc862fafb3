// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mistakes/mistake_list_model.h"

#include "ui/digit_picture.h"

#include <QLocale>

namespace digitlab {

namespace {

constexpr int kEnlarged = 2;

} // namespace

void MistakeListModel::setMistakes(std::shared_ptr<const LabelledImages> set,
                                   std::vector<Mistake> mistakes) {
    beginResetModel();
    m_set = std::move(set);
    m_mistakes = std::move(mistakes);
    endResetModel();
}

const DigitImage& MistakeListModel::imageAt(const QModelIndex& index) const {
    return m_set->images[m_mistakes[static_cast<std::size_t>(index.row())].index];
}

int MistakeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_mistakes.size());
}

QVariant MistakeListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Mistake& mistake = m_mistakes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DecorationRole:
        return digitPicture(imageAt(index), kEnlarged);
    case Qt::DisplayRole:
        return QStringLiteral("%1 → %2").arg(mistake.truth).arg(mistake.answer);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("Image %1: a %2, read as a %3 (%4 %)")
            .arg(QLocale().toString(static_cast<qulonglong>(mistake.index + 1)))
            .arg(mistake.truth)
            .arg(mistake.answer)
            .arg(QLocale().toString(100 * static_cast<double>(mistake.certainty), 'f', 1));
    default:
        return {};
    }
}

} // namespace digitlab
