// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace digitlab {

/// A drawing that was kept, as the network sees it, and what it is.
struct KeptDigit {
    DigitImage image{};
    std::optional<int> label; ///< nothing where it is no digit
};

/// Kept digits for a list view: a small picture and the label of each.
class DigitListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setDigits(std::vector<KeptDigit> digits);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<KeptDigit> m_digits;
};

} // namespace digitlab
