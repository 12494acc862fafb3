// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/examination.h"

#include <QAbstractListModel>

namespace digitlab {

/// Misread digits for a list view: each as the network saw it, what it is and what was read. A
/// picture is made when it is shown, as there may be thousands.
class MistakeListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// `mistakes` are of `set`.
    void setMistakes(std::shared_ptr<const LabelledImages> set, std::vector<Mistake> mistakes);

    [[nodiscard]] const DigitImage& imageAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const LabelledImages> m_set;
    std::vector<Mistake> m_mistakes;
};

} // namespace digitlab
