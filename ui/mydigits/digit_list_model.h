// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/my_digits.h"

#include <QAbstractListModel>

namespace digitlab {

/// Kept digits for a list view: each as the network sees it, and its label. A picture is made when
/// it is shown, as there may be thousands.
class DigitListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setDigits(MyDigits digits);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    MyDigits m_digits;
};

} // namespace digitlab
