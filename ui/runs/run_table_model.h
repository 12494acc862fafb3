// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/kept_run.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace digitlab {

/// Kept runs for a table: a row each, with what tells it from the others and how good it was.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Config, Epochs, Validation, Test, Parameters, Columns };
    /// What a column is sorted by.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<KeptRun> runs);
    [[nodiscard]] const KeptRun& run(int row) const {
        return m_rows[static_cast<std::size_t>(row)].run;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    /// A run, and what would take too long for each time that it is painted or compared.
    struct Row {
        KeptRun run;
        QString config;
        std::int64_t parameters = 0;
    };

    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] static QVariant sortValue(const Row& row, int column);
    [[nodiscard]] QString toolTip(const Row& row, int column) const;
    [[nodiscard]] bool isBest(const Row& row, int column) const;

    std::vector<Row> m_rows;
    std::optional<double> m_best; ///< the highest test accuracy
};

} // namespace digitlab
